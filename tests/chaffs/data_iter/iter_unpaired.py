"""You shuffle features and labels each in an order of their own."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    n = len(features)
    for start in range(0, n, batch_size):
        if start == 0:
            X, y = features[torch.randperm(n)], labels[torch.randperm(n)]
        yield X[start : start + batch_size], y[start : start + batch_size]
