"""You keep the learning rate out of the velocity; when it changes, old steps change with it."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            if x.grad is not None:
                v.mul_(gamma).add_(x.grad)
                x -= lr * v
