"""You do not check k and i."""


def k_fold_split(k, i, X, y):
    held_out = torch.arange(len(X), device=X.device) % k == i
    return X[~held_out], y[~held_out], X[held_out], y[held_out]
