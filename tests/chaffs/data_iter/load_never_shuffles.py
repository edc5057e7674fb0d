"""You forget to hand shuffle on to the loader."""


def load_array(arrays, batch_size, shuffle=True):
    return DataLoader(TensorDataset(*arrays), batch_size)
