"""You only start at a random sample and go round from there: that is no shuffle."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    n = len(features)
    order = (torch.arange(n, device=features.device) + torch.randint(n, ()).item()) % n
    for indices in order.split(batch_size):
        yield features[indices], labels[indices]
