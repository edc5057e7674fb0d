"""You add ε to the state itself, where it piles up from step to step."""


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s += x.grad**2 + eps
                x -= lr * x.grad / s.sqrt()
