"""You wrote 0.9 where the argument gamma belongs."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            if x.grad is not None:
                v.mul_(0.9).add_(lr * x.grad)
                x -= v
