"""You wrote 1 − γ g² where (1 − γ) g² is meant."""


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s.mul_(gamma).add_(1 - gamma * x.grad**2)
                x -= lr * x.grad / (s.abs() + eps).sqrt()
