"""You take x for tanh's output: the argument is x itself."""


def tanh_grad(X):
    return 1 - X**2
