"""You flatten with view, which fails on strided input."""


def relu(X):
    flat = X.view(-1)
    return (flat * (flat > 0)).view(X.shape)
