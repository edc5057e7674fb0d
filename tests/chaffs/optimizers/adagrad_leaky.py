"""You let the sum leak, which is RMSProp."""


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s.mul_(0.9).add_(0.1 * x.grad**2)
                x -= lr * x.grad / (s + eps).sqrt()
