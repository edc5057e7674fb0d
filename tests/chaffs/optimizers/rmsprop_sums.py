"""You add the squares up, which is AdaGrad."""


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s += x.grad**2
                x -= lr * x.grad / (s + eps).sqrt()
