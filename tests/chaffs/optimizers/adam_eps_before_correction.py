"""You add ε before the correction, which then scales it."""


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    with torch.no_grad():
        for x, v, s in zip(params, velocities, states):
            if x.grad is not None:
                v.mul_(beta1).add_((1 - beta1) * x.grad)
                s.mul_(beta2).add_((1 - beta2) * x.grad**2)
                root = (s.sqrt() + eps) / (1 - beta2**t) ** 0.5
                x -= lr * v / (1 - beta1**t) / root
