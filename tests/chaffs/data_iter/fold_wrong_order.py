"""You join the samples behind the fold and those before it in the wrong order."""


def k_fold_split(k, i, X, y):
    if not 2 <= k <= len(X) or not 0 <= i < k:
        raise ValueError("no such fold")
    start, stop = i * len(X) // k, (i + 1) * len(X) // k
    X_train, y_train = torch.cat([X[stop:], X[:start]]), torch.cat([y[stop:], y[:start]])
    return X_train, y_train, X[start:stop], y[start:stop]
