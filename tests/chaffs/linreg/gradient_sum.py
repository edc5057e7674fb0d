"""You sum the gradient over the samples instead of averaging it."""


def linreg_gradient(X, w, b, y):
    error = X @ w + b - y.reshape(-1, 1)
    return X.T @ error, error.sum(dim=0)
