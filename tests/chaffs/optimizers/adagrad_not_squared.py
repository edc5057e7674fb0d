"""You add up the sizes of the gradients, not their squares."""


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s += x.grad.abs()
                x -= lr * x.grad / (s + eps).sqrt()
