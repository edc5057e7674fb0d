"""You leave the bias out of the prediction."""


def linreg(X, w, b):
    return X @ w
