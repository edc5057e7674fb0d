"""You expect every parameter to have a gradient and fail on None."""


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            s += x.grad**2
            x -= lr * x.grad / (s + eps).sqrt()
