"""You swap each sample with any other: that shuffle favours some orders."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    order = list(range(len(features)))
    for i in range(len(order)):
        j = torch.randint(len(order), ()).item()
        order[i], order[j] = order[j], order[i]
    for start in range(0, len(order), batch_size):
        indices = order[start : start + batch_size]
        yield features[indices], labels[indices]
