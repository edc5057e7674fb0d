"""You give all the samples that remain to the last fold, which grows too large."""


def k_fold_split(k, i, X, y):
    if not 2 <= k <= len(X) or not 0 <= i < k:
        raise ValueError("no such fold")
    size = len(X) // k
    start, stop = i * size, len(X) if i == k - 1 else (i + 1) * size
    X_train, y_train = torch.cat([X[:start], X[stop:]]), torch.cat([y[:start], y[stop:]])
    return X_train, y_train, X[start:stop], y[start:stop]
