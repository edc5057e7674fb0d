"""You flatten each sample into a row: images lose their shape."""


def k_fold_split(k, i, X, y):
    if not 2 <= k <= len(X) or not 0 <= i < k:
        raise ValueError("no such fold")
    n = len(X)
    held_out = torch.arange(n, device=X.device) % k == i
    X = X.reshape(n, -1)
    return X[~held_out], y[~held_out], X[held_out], y[held_out]
