"""You put a new tensor behind .data; whoever holds a view of the parameter keeps the old values."""


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s.mul_(gamma).add_((1 - gamma) * x.grad**2)
                x.data = x - lr * x.grad / (s + eps).sqrt()
