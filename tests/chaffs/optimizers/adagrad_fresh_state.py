"""You start from zeros of your own instead of the state that you are given."""


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s.copy_(x.grad**2)
                x -= lr * x.grad / (s + eps).sqrt()
