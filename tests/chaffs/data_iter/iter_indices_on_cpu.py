"""You leave the indices on the CPU, where index_select cannot use them for data on a GPU."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    for indices in torch.randperm(len(features)).split(batch_size):
        yield features.index_select(0, indices), labels.index_select(0, indices)
