"""You return an iterator over one epoch instead of the loader."""


def load_array(arrays, batch_size, shuffle=True):
    return iter(DataLoader(TensorDataset(*arrays), batch_size, shuffle=shuffle))
