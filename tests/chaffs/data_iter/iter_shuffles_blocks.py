"""You shuffle whole batches: the same neighbours are always together."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    starts = torch.arange(0, len(features), batch_size)
    for start in starts[torch.randperm(len(starts))].tolist():
        yield features[start : start + batch_size], labels[start : start + batch_size]
