"""You use the first parameter's velocity for all of them."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x in params:
            if x.grad is not None:
                v = velocities[0]
                v.mul_(gamma).add_(lr * x.grad)
                x -= v
