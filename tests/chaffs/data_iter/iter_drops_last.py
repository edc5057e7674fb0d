"""You drop the last batch where it is shorter."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    order = torch.randperm(len(features), device=features.device)
    for number in range(len(features) // batch_size):
        indices = order[number * batch_size : (number + 1) * batch_size]
        yield features[indices], labels[indices]
