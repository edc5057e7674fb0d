"""You shuffle only within each batch: a batch always holds the same samples."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    for block in torch.arange(len(features), device=features.device).split(batch_size):
        indices = block[torch.randperm(len(block), device=features.device)]
        yield features[indices], labels[indices]
