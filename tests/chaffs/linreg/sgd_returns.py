"""You return the parameters from a function that works in place and returns None."""


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
    return params
