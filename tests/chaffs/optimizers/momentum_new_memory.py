"""You put a new tensor behind .data; whoever holds a view of the parameter keeps the old values."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            if x.grad is not None:
                v.mul_(gamma).add_(lr * x.grad)
                x.data = x.data - v
