"""You put new tensors into the state list; the caller's own state tensors stay as they were."""


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    with torch.no_grad():
        for i, x in enumerate(params):
            if x.grad is not None:
                states[i] = gamma * states[i] + (1 - gamma) * x.grad**2
                x -= lr * x.grad / (states[i] + eps).sqrt()
