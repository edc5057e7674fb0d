"""You never let a sample keep its place: your hand-made shuffle leaves orders out."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    order = list(range(len(features)))
    for last in range(len(order) - 1, 0, -1):
        j = torch.randint(last, ()).item()
        order[last], order[j] = order[j], order[last]
    for start in range(0, len(order), batch_size):
        indices = order[start : start + batch_size]
        yield features[indices], labels[indices]
