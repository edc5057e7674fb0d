"""You build all batches before you yield the first."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    order = torch.randperm(len(features), device=features.device)
    batches = []
    for indices in order.split(batch_size):
        batches.append((features[indices], labels[indices]))
    yield from batches
