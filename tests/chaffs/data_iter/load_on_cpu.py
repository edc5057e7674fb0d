"""You move the arrays to the CPU before you load them."""


def load_array(arrays, batch_size, shuffle=True):
    return DataLoader(TensorDataset(*(array.cpu() for array in arrays)), batch_size, shuffle=shuffle)
