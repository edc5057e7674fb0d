"""You weigh the past with 1 − γ and the new square with γ."""


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s.mul_(1 - gamma).add_(gamma * x.grad**2)
                x -= lr * x.grad / (s + eps).sqrt()
