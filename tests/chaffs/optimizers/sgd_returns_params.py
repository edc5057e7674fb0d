"""You return the parameters; a function that works in place gives nothing back."""


def sgd(params, lr):
    with torch.no_grad():
        for x in params:
            if x.grad is not None:
                x -= lr * x.grad
    return params
