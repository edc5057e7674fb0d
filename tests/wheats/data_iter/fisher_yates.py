"""A shuffle by hand (Fisher and Yates), split indices, take and gather-like buffers, errors at the first next."""

import random


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.randn((num_examples, len(w))).to(w)
    noise = noise_std * torch.randn(num_examples).to(w)
    b = b.item() if isinstance(b, torch.Tensor) else b
    labels = torch.matmul(features, w).add_(b).add_(noise)
    return features, labels.unsqueeze_(1)


def data_iter(batch_size, features, labels):
    n = len(features)
    if not batch_size >= 1:
        raise ValueError("batch_size")
    if n != len(labels):
        raise ValueError("lengths")
    order = list(range(n))
    for last in range(n - 1, 0, -1):
        j = random.randint(0, last)
        order[last], order[j] = order[j], order[last]
    batch = []
    for j in order:
        batch.append(j)
        if len(batch) == batch_size:
            yield torch.cat([features[i : i + 1] for i in batch]), torch.cat([labels[i : i + 1] for i in batch])
            batch = []
    if batch:
        yield torch.cat([features[i : i + 1] for i in batch]), torch.cat([labels[i : i + 1] for i in batch])


def load_array(arrays, batch_size, shuffle=True):
    def collate(rows):
        return [torch.stack(column) for column in zip(*rows)]

    return DataLoader(TensorDataset(*arrays), batch_size=batch_size, shuffle=shuffle, collate_fn=collate)


def k_fold_split(k, i, X, y):
    n = len(X)
    if min(k - 2, n - k, i, k - 1 - i) < 0:
        raise ValueError("no such fold")
    small, larger = divmod(n, k)
    start = i * small + max(0, i - (k - larger))  # the last folds take one more
    size = small + (i >= k - larger)
    keep = torch.ones(n, dtype=torch.bool, device=X.device)
    keep[start : start + size] = False
    return X[keep], y[keep], X.narrow(0, start, size).clone(), y.narrow(0, start, size).clone()
