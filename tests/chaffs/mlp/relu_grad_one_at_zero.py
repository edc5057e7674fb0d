"""You give the slope 1 at 0: there it is defined as 0."""


def relu_grad(X):
    return (X >= 0).to(X.dtype)
