"""You scale the gradient in place, so the caller's .grad changes."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            if x.grad is not None:
                v.mul_(gamma).add_(x.grad.mul_(lr))
                x -= v
