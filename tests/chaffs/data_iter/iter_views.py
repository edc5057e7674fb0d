"""You call view on the features, which fails where they do not lie contiguous in memory."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    rows = features.view(len(features), -1)
    for indices in torch.randperm(len(features), device=features.device).split(batch_size):
        yield rows[indices].view(-1, *features.shape[1:]), labels[indices]
