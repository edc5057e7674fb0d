"""You treat a missing gradient as zero, so the velocity still moves that parameter."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            v.mul_(gamma)
            if x.grad is not None:
                v.add_(lr * x.grad)
            x -= v
