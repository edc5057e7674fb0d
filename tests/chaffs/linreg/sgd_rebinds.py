"""You rebind the loop variable to a new tensor, so the caller's parameters never change."""


def sgd(params, lr, batch_size):
    for p in params:
        p = p - lr * p.grad / batch_size
