"""You point .data at new memory, so views of the parameter keep the old values."""


def sgd(params, lr, batch_size):
    for p in params:
        p.data = p.data - lr * p.grad / batch_size
