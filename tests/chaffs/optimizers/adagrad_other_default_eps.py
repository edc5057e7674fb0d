"""You changed the default of eps; the signature's defaults are part of the contract."""


def adagrad(params, states, lr, eps=1e-10):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s += x.grad**2
                x -= lr * x.grad / (s + eps).sqrt()
