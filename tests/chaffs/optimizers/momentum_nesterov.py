"""You step ahead of the velocity, which is Nesterov's variant."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            if x.grad is not None:
                v.mul_(gamma).add_(lr * x.grad)
                x -= gamma * v + lr * x.grad
