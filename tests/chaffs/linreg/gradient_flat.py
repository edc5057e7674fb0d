"""You return the weights' gradient as a flat (d,) tensor and the bias's as a scalar."""


def linreg_gradient(X, w, b, y):
    error = (X @ w + b).flatten() - y.flatten()
    return X.T @ error / len(X), error.mean()
