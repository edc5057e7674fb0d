"""You give the new velocity a local name, so every step starts from zero again."""


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            if x.grad is not None:
                v = gamma * v + lr * x.grad
                x -= v
