"""You call view on X, which fails where it does not lie contiguous in memory."""


def k_fold_split(k, i, X, y):
    if not 2 <= k <= len(X) or not 0 <= i < k:
        raise ValueError("no such fold")
    held_out = torch.arange(len(X), device=X.device) % k == i
    rows = X.view(len(X), -1)
    X_train, X_valid = rows[~held_out].view(-1, *X.shape[1:]), rows[held_out].view(-1, *X.shape[1:])
    return X_train, y[~held_out], X_valid, y[held_out]
