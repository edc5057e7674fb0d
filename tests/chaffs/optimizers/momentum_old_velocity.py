"""You move by the old velocity and update it afterwards."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            if x.grad is not None:
                x -= v
                v.mul_(gamma).add_(lr * x.grad)
