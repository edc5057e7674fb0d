"""numpy permutations; normal draws from torch.distributions; a data set class of one's own; folds as strides."""

import numpy as np
from torch.utils.data import Dataset


class Rows(Dataset):
    def __init__(self, arrays):
        self.arrays = arrays

    def __len__(self):
        return len(self.arrays[0])

    def __getitem__(self, index):
        return tuple(array[index] for array in self.arrays)


def synthetic_data(w, b, num_examples, noise_std=0.01):
    zero = torch.zeros(num_examples, len(w), device=w.device)
    features = torch.distributions.Normal(zero, 1.0).sample()
    mean = (features * w).sum(dim=1, keepdim=True) + b
    return features, torch.distributions.Normal(mean, noise_std).sample()


def data_iter(batch_size, features, labels):
    if batch_size <= 0:
        raise ValueError("batch_size")
    if features.shape[0] != labels.shape[0]:
        raise ValueError("lengths")
    permutation = np.random.permutation(features.shape[0])
    start = 0
    while start < len(permutation):
        index = torch.from_numpy(permutation[start : start + batch_size])
        yield features[index], labels[index]
        start += batch_size


def load_array(arrays, batch_size, shuffle=True):
    return DataLoader(Rows(arrays), batch_size=batch_size, shuffle=shuffle, drop_last=False)


def k_fold_split(k, i, X, y):
    if not (2 <= k <= len(y) and 0 <= i < k):
        raise ValueError("no such fold")
    mask = torch.arange(len(y)) % k == i
    return X[~mask], y[~mask], X[mask], y[mask]
