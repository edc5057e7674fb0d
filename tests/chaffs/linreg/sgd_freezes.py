"""You switch requires_grad off for the update and leave it off."""


def sgd(params, lr, batch_size):
    for p in params:
        p.requires_grad_(False)
        p -= lr * p.grad / batch_size
