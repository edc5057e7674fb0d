"""You shuffle the caller's own tensors."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    order = torch.randperm(len(features), device=features.device)
    features[:], labels[:] = features[order], labels[order]
    for start in range(0, len(features), batch_size):
        yield features[start : start + batch_size].clone(), labels[start : start + batch_size].clone()
