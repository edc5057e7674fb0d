"""You divide by the root of the sum before this step."""


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                x -= lr * x.grad / (s + eps).sqrt()
                s += x.grad**2
