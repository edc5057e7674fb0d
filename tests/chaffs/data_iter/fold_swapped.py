"""You return the validation part first."""


def k_fold_split(k, i, X, y):
    if not 2 <= k <= len(X) or not 0 <= i < k:
        raise ValueError("no such fold")
    start, stop = i * len(X) // k, (i + 1) * len(X) // k
    X_train, y_train = torch.cat([X[:start], X[stop:]]), torch.cat([y[:start], y[stop:]])
    return X[start:stop], y[start:stop], X_train, y_train
