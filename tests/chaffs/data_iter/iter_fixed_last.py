"""You leave the last sample out of the shuffle: it always comes last."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    n = len(features)
    order = torch.cat([torch.randperm(n - 1), torch.tensor([n - 1])]).to(features.device)
    for indices in order.split(batch_size):
        yield features[indices], labels[indices]
