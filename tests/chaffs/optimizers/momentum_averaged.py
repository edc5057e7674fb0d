"""You weigh the new gradient with 1 − γ, as a moving average would; momentum adds all of it."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            if x.grad is not None:
                v.mul_(gamma).add_((1 - gamma) * lr * x.grad)
                x -= v
