"""You shift the caller's labels in place to get the error."""


def linreg_gradient(X, w, b, y):
    error = y.reshape(-1, 1)
    error -= X @ w + b
    return -X.T @ error / len(X), -error.mean(dim=0)
