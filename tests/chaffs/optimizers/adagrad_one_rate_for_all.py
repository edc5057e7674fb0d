"""You add the sum of all squared entries, so every coordinate gets the same rate."""


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s += (x.grad**2).sum()
                x -= lr * x.grad / (s + eps).sqrt()
