"""You add ε outside the root; there it changes the step where gradients are tiny."""


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                s += x.grad**2
                x -= lr * x.grad / (s.sqrt() + eps)
