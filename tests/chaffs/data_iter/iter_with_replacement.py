"""You draw the samples with replacement: some come twice in an epoch, others never."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    n = len(features)
    for indices in torch.randint(n, (n,), device=features.device).split(batch_size):
        yield features[indices], labels[indices]
