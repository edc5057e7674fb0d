"""You shuffle the arrays once instead of in every epoch."""


def load_array(arrays, batch_size, shuffle=True):
    if shuffle:
        order = torch.randperm(len(arrays[0]), device=arrays[0].device)
        arrays = tuple(array[order] for array in arrays)
    return DataLoader(TensorDataset(*arrays), batch_size)
