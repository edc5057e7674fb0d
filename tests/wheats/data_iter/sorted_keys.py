"""Orders by sorting random keys; islice over one iterator; zip of two lazy maps; a loader class of one's own."""

from itertools import islice


class ShuffledLoader(DataLoader):
    def __init__(self, arrays, **options):
        super().__init__(TensorDataset(*arrays), **options)


def synthetic_data(w, b, num_examples, noise_std=0.01):
    rows, labels = [], []
    for _ in range(num_examples):
        x = torch.randn(len(w), device=w.device)
        rows.append(x)
        labels.append((x @ w + b + noise_std * torch.randn((), device=w.device)).reshape(1))
    return torch.stack(rows), torch.stack(labels)


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    keys = torch.rand(len(features), dtype=torch.float64)
    order = iter(keys.argsort().tolist())
    indices = iter(lambda: list(islice(order, batch_size)), [])
    return ((features[j], labels[j]) for j in indices)


def load_array(arrays, batch_size, shuffle=True):
    return ShuffledLoader(arrays, batch_size=batch_size, shuffle=shuffle)


def k_fold_split(k, i, X, y):
    n = len(X)
    if not 2 <= k <= n:
        raise ValueError("k")
    if not 0 <= i < k:
        raise ValueError("i")
    fold_of = torch.arange(n) * k // n
    train, valid = (fold_of != i).nonzero().flatten(), (fold_of == i).nonzero().flatten()
    return tuple(part.index_select(0, rows.to(part.device)) for rows in (train, valid) for part in (X, y))
