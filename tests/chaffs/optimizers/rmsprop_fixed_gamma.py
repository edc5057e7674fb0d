"""You wrote 0.9 where the argument gamma belongs."""


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s.mul_(0.9).add_(0.1 * x.grad**2)
                x -= lr * x.grad / (s + eps).sqrt()
