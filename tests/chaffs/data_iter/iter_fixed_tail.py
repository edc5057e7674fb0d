"""You shuffle only what fills whole batches: the last, shorter batch always holds the same samples."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    n = len(features)
    full = n - n % batch_size
    order = torch.cat([torch.randperm(full), torch.arange(full, n)]).to(features.device)
    for indices in order.split(batch_size):
        yield features[indices], labels[indices]
