"""You turn requires_grad off to write in place, and forget to turn it on again."""


def sgd(params, lr):
    for x in params:
        if x.grad is not None:
            x.requires_grad_(False)
            x -= lr * x.grad
