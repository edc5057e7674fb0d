"""You divide sinh by cosh: both are infinite for large entries."""


def tanh(X):
    return torch.sinh(X) / torch.cosh(X)
