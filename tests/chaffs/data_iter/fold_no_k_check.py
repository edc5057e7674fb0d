"""You do not check that there are enough samples for k folds."""


def k_fold_split(k, i, X, y):
    if k < 2 or not 0 <= i < k:
        raise ValueError("no such fold")
    held_out = torch.arange(len(X), device=X.device) % k == i
    return X[~held_out], y[~held_out], X[held_out], y[held_out]
