"""You call view on features that need not be contiguous."""


def linreg(X, w, b):
    entries = X.view(-1)
    return entries.view(-1, len(w)) @ w + b
