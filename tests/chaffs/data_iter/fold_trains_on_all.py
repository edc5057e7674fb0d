"""You train on all samples, also on those that are held out."""


def k_fold_split(k, i, X, y):
    if not 2 <= k <= len(X) or not 0 <= i < k:
        raise ValueError("no such fold")
    start, stop = i * len(X) // k, (i + 1) * len(X) // k
    return X, y, X[start:stop], y[start:stop]
