"""You reject a batch size above the number of samples, which only makes one short batch."""


def data_iter(batch_size, features, labels):
    if not 1 <= batch_size <= len(features) or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    for indices in torch.randperm(len(features), device=features.device).split(batch_size):
        yield features[indices], labels[indices]
