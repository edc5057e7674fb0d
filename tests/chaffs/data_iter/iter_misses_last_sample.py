"""You stop one sample before the end."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    n = len(features)
    order = torch.randperm(n, device=features.device)
    for start in range(0, n, batch_size):
        indices = order[start : min(start + batch_size, n - 1)]
        yield features[indices], labels[indices]
