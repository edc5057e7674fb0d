"""You add the gradient instead of subtracting it."""


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p += lr * p.grad / batch_size
