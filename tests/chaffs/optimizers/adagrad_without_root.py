"""You divide by the sum of squares and forget its root."""


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s += x.grad**2
                x -= lr * x.grad / (s + eps)
