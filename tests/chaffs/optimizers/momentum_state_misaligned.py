"""You leave out the parameters without gradient but not their velocities, so the rest take each other's."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        active = [x for x in params if x.grad is not None]
        for x, v in zip(active, velocities):
            v.mul_(gamma).add_(lr * x.grad)
            x -= v
