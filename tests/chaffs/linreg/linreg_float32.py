"""You convert to float32, so float64 inputs lose half their digits."""


def linreg(X, w, b):
    return X.float() @ w.float() + b.float()
