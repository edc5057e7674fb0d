"""You build all batches at once and return them as a list."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    order = torch.randperm(len(features), device=features.device)
    return [(features[indices], labels[indices]) for indices in order.split(batch_size)]
