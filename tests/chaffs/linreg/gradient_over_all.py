"""You average the weights' gradient over the features too."""


def linreg_gradient(X, w, b, y):
    error = X @ w + b - y.reshape(-1, 1)
    return X.T @ error / X.numel(), error.mean(dim=0)
