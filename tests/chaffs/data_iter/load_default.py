"""You made shuffle False by default."""


def load_array(arrays, batch_size, shuffle=False):
    return DataLoader(TensorDataset(*arrays), batch_size, shuffle=shuffle)
