"""You leave ε out, so even the tiniest gradient makes a full step."""


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s += x.grad**2
                x -= lr * x.grad / s.sqrt()
