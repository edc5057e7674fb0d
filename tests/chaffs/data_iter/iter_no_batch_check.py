"""You do not check batch_size: a negative one gives an epoch without batches."""


def data_iter(batch_size, features, labels):
    if len(features) != len(labels):
        raise ValueError("lengths")
    order = torch.randperm(len(features), device=features.device)
    for start in range(0, len(features), batch_size):
        indices = order[start : start + batch_size]
        yield features[indices], labels[indices]
