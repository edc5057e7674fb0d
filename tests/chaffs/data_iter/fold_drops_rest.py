"""You leave out the samples that remain where k does not divide their number."""


def k_fold_split(k, i, X, y):
    if not 2 <= k <= len(X) or not 0 <= i < k:
        raise ValueError("no such fold")
    size = len(X) // k
    folds = [slice(j * size, (j + 1) * size) for j in range(k)]
    X_train = torch.cat([X[fold] for j, fold in enumerate(folds) if j != i])
    y_train = torch.cat([y[fold] for j, fold in enumerate(folds) if j != i])
    return X_train, y_train, X[folds[i]], y[folds[i]]
