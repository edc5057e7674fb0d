"""You take x for the sigmoid's output: the argument is x itself."""


def sigmoid_grad(X):
    return X * (1 - X)
