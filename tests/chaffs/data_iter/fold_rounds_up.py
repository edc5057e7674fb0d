"""You round the fold size up, so the last fold is too small."""


def k_fold_split(k, i, X, y):
    if not 2 <= k <= len(X) or not 0 <= i < k:
        raise ValueError("no such fold")
    size = -(-len(X) // k)
    start, stop = i * size, (i + 1) * size
    X_train, y_train = torch.cat([X[:start], X[stop:]]), torch.cat([y[:start], y[stop:]])
    return X_train, y_train, X[start:stop], y[start:stop]
