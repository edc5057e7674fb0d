"""You leave the bias out of the prediction when you compute the error."""


def linreg_gradient(X, w, b, y):
    error = X @ w - y.reshape(-1, 1)
    return X.T @ error / len(X), error.mean(dim=0)
