"""You make the step on the CPU, wherever the parameter lies."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            if x.grad is not None:
                step = torch.zeros(x.shape, dtype=x.dtype)
                step += lr * x.grad
                v.mul_(gamma).add_(step)
                x -= v
