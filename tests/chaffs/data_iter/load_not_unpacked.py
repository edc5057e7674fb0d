"""You hand the tuple itself to the loader as its data set: it takes the arrays for the samples."""


def load_array(arrays, batch_size, shuffle=True):
    return DataLoader(arrays, batch_size, shuffle=shuffle)
