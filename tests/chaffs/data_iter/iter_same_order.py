"""You seed the generator in the iterator, so every epoch comes in the same order."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    torch.manual_seed(42)
    for indices in torch.randperm(len(features), device=features.device).split(batch_size):
        yield features[indices], labels[indices]
