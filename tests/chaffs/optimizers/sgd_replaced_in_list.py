"""You put new tensors into the list, where the model's own parameters should have moved."""


def sgd(params, lr):
    for i, x in enumerate(params):
        if x.grad is not None:
            params[i] = (x.detach() - lr * x.grad).requires_grad_()
