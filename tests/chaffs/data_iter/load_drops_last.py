"""You let the loader drop the last batch where it is shorter."""


def load_array(arrays, batch_size, shuffle=True):
    return DataLoader(TensorDataset(*arrays), batch_size, shuffle=shuffle, drop_last=True)
