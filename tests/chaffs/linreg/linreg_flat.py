"""You return the predictions as a flat (n,) tensor instead of one column (n, 1)."""


def linreg(X, w, b):
    return (X @ w + b).squeeze(1)
