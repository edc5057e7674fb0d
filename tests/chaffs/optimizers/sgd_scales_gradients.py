"""You multiply the gradient in place by the learning rate, so the caller's .grad changes."""


def sgd(params, lr):
    with torch.no_grad():
        for x in params:
            if x.grad is not None:
                x -= x.grad.mul_(lr)
