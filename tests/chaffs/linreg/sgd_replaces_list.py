"""You put new tensors into the caller's list instead of changing the ones that are in it."""


def sgd(params, lr, batch_size):
    for i, p in enumerate(params):
        params[i] = (p.detach() - lr * p.grad / batch_size).requires_grad_()
