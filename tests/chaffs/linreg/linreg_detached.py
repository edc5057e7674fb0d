"""You compute with .data, so no gradient flows back through the prediction."""


def linreg(X, w, b):
    return X.data @ w.data + b.data
