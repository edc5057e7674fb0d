"""You call torch's tanh instead of writing it."""


def tanh(X):
    return X.tanh()
