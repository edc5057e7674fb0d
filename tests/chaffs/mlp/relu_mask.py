"""You return which entries are positive, not the entries themselves."""


def relu(X):
    return (X > 0).to(X.dtype)
