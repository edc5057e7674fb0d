"""You change a leaf in place while autograd records, which it refuses."""


def sgd(params, lr):
    for x in params:
        if x.grad is not None:
            x -= lr * x.grad
