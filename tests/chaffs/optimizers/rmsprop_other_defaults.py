"""You changed the defaults of gamma and eps; the signature's defaults are part of the contract."""


def rmsprop(params, states, lr, gamma=0.99, eps=1e-8):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s.mul_(gamma).add_((1 - gamma) * x.grad**2)
                x -= lr * x.grad / (s + eps).sqrt()
