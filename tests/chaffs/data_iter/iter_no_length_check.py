"""You do not check that features and labels have the same length."""


def data_iter(batch_size, features, labels):
    if batch_size < 1:
        raise ValueError("batch_size")
    n = min(len(features), len(labels))
    for indices in torch.randperm(n, device=features.device).split(batch_size):
        yield features[indices], labels[indices]
