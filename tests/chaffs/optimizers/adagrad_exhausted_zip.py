"""You loop twice over one zip; the second loop finds it empty."""


def adagrad(params, states, lr, eps=1e-6):
    pairs = zip(params, states)
    with torch.no_grad():
        for x, s in pairs:
            if x.grad is not None:
                s += x.grad**2
        for x, s in pairs:
            if x.grad is not None:
                x -= lr * x.grad / (s + eps).sqrt()
