"""You expect every parameter to have a gradient and fail on None."""


def sgd(params, lr):
    with torch.no_grad():
        for x in params:
            x -= lr * x.grad
