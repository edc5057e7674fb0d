"""data_iter is read from a DataLoader; samples in a Subset; folds written row by row into new tensors."""

from torch.utils.data import Subset


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.normal(0.0, 1.0, (num_examples, w.shape[0])).to(w.device)
    labels = torch.einsum("nd,d->n", features, w) + b
    labels = labels + torch.normal(0.0, noise_std, labels.shape).to(w.device)
    return features, labels.reshape(-1, 1)


def data_iter(batch_size, features, labels):
    if batch_size < 1:
        raise ValueError("batch_size must be positive")
    if len(features) != len(labels):
        raise ValueError("lengths differ")
    yield from DataLoader(TensorDataset(features, labels), batch_size=batch_size, shuffle=True)


def load_array(arrays, batch_size, shuffle=True):
    dataset = TensorDataset(*arrays)
    return DataLoader(Subset(dataset, range(len(dataset))), batch_size, shuffle=shuffle)


def k_fold_split(k, i, X, y):
    n = len(X)
    if not 2 <= k <= n or not 0 <= i < k:
        raise ValueError("no such fold")
    valid = {j for j in range(n) if j * k // n == i}
    X_train, X_valid = X.new_empty(n - len(valid), *X.shape[1:]), X.new_empty(len(valid), *X.shape[1:])
    y_train, y_valid = y.new_empty(n - len(valid), *y.shape[1:]), y.new_empty(len(valid), *y.shape[1:])
    trained = held_out = 0
    for j in range(n):
        if j in valid:
            X_valid[held_out], y_valid[held_out] = X[j], y[j]
            held_out += 1
        else:
            X_train[trained], y_train[trained] = X[j], y[j]
            trained += 1
    return X_train, y_train, X_valid, y_valid
