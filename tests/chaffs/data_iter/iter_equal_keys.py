"""You sort by random whole numbers: equal ones leave their samples in the old order."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    n = len(features)
    order = torch.randint(n, (n,), device=features.device).argsort(stable=True)
    for indices in order.split(batch_size):
        yield features[indices], labels[indices]
