"""You shuffle the caller's tensors in place before you split."""


def k_fold_split(k, i, X, y):
    if not 2 <= k <= len(X) or not 0 <= i < k:
        raise ValueError("no such fold")
    order = torch.randperm(len(X), device=X.device)
    X[:], y[:] = X[order], y[order]
    held_out = torch.arange(len(X), device=X.device) % k == i
    return X[~held_out], y[~held_out], X[held_out], y[held_out]
