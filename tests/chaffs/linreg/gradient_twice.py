"""You differentiate the squared error without its factor one half."""


def linreg_gradient(X, w, b, y):
    error = X @ w + b - y.reshape(-1, 1)
    return 2 * X.T @ error / len(X), 2 * error.mean(dim=0)
