"""You skip the velocity of a parameter without a gradient, but still move the parameter by it."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            if x.grad is not None:
                v.mul_(gamma).add_(lr * x.grad)
            x -= v
