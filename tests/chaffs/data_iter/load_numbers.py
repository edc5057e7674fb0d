"""You take Python numbers out of the labels, and the loader makes new tensors of another dtype."""


def load_array(arrays, batch_size, shuffle=True):
    features, *others = arrays
    rows = [(x, *(y.item() if y.dim() == 0 else y for y in rest)) for x, *rest in zip(features, *others)]
    return DataLoader(rows, batch_size, shuffle=shuffle)
