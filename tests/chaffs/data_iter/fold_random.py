"""You draw a new random split for every fold, so a sample is held out twice or never."""


def k_fold_split(k, i, X, y):
    if not 2 <= k <= len(X) or not 0 <= i < k:
        raise ValueError("no such fold")
    n = len(X)
    order = torch.randperm(n, device=X.device)
    start, stop = i * n // k, (i + 1) * n // k
    valid, train = order[start:stop].sort().values, torch.cat([order[:start], order[stop:]]).sort().values
    return X[train], y[train], X[valid], y[valid]
