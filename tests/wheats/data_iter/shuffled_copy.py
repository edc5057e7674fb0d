"""One shuffled copy that is read in slices by a nested generator; uneven blocks by tensor_split."""


def synthetic_data(w, b, num_examples, noise_std=0.01):
    draws = torch.randn(num_examples, len(w) + 1, dtype=w.dtype, device=w.device)
    features, noise = draws[:, :-1], draws[:, -1:]
    return features, features.mm(w.reshape(-1, 1)).add(b).add(noise, alpha=noise_std)


def data_iter(batch_size, features, labels):
    n = len(features)
    if batch_size < 1 or n != len(labels):
        raise ValueError(f"batch_size {batch_size}, lengths {n} and {len(labels)}")

    def batches():
        order = torch.randperm(n)
        X, y = features[order], labels[order]
        for start in range(0, n, batch_size):
            yield X[start : start + batch_size], y[start : start + batch_size]

    return batches()


def load_array(arrays, batch_size, shuffle=True):
    rows = list(zip(*arrays))
    return DataLoader(rows, batch_size=batch_size, shuffle=shuffle)


def k_fold_split(k, i, X, y):
    if k < 2:
        raise ValueError("k")
    if len(X) < k:
        raise ValueError("k")
    if i < 0 or k <= i:
        raise ValueError("i")
    X_folds, y_folds = list(X.tensor_split(k)), list(y.tensor_split(k))
    X_valid, y_valid = X_folds.pop(i), y_folds.pop(i)
    return torch.cat(X_folds), torch.cat(y_folds), X_valid, y_valid
