"""You add the whole square; an average gives the new one the weight 1 − γ."""


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s.mul_(gamma).add_(x.grad**2)
                x -= lr * x.grad / (s + eps).sqrt()
