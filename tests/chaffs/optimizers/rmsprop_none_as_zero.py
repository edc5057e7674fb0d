"""You treat a missing gradient as zero, so that parameter's average decays."""


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            g = torch.zeros_like(x) if x.grad is None else x.grad
            s.mul_(gamma).add_((1 - gamma) * g**2)
            x -= lr * g / (s + eps).sqrt()
