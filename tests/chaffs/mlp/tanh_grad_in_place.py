"""You overwrite the caller's tensor with its tanh."""


def tanh_grad(X):
    return 1 - X.detach().tanh_() ** 2
