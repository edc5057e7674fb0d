"""You shuffle each array in an order of its own."""


def load_array(arrays, batch_size, shuffle=True):
    if shuffle:
        arrays = tuple(array[torch.randperm(len(array))] for array in arrays)
    return DataLoader(TensorDataset(*arrays), batch_size, shuffle=shuffle)
