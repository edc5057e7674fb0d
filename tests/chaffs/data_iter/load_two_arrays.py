"""You read features and labels only, whatever else is in the tuple."""


def load_array(arrays, batch_size, shuffle=True):
    features, labels, *_ = arrays
    return DataLoader(TensorDataset(features, labels), batch_size, shuffle=shuffle)
