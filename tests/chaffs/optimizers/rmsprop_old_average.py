"""You divide by the root of the average before this step."""


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                x -= lr * x.grad / (s + eps).sqrt()
                s.mul_(gamma).add_((1 - gamma) * x.grad**2)
