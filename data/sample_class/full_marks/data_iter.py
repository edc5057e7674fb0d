"""Data exercises, Mina K."""
import torch
from torch.utils.data import DataLoader, TensorDataset


def synthetic_data(w, b, num_examples, noise_std=0.01):
    X = torch.randn((num_examples, w.numel()), device=w.device)
    noise = noise_std * torch.randn((num_examples, 1), device=w.device)
    y = (X * w).sum(dim=1, keepdim=True) + b + noise
    return X, y


def data_iter(batch_size, features, labels):
    n = features.shape[0]
    if batch_size < 1:
        raise ValueError("batch_size: at least 1")
    if labels.shape[0] != n:
        raise ValueError("features and labels differ in length")
    order = torch.randperm(n).to(features.device)
    start = 0
    while start < n:
        chosen = order[start:start + batch_size]
        yield features[chosen], labels[chosen.to(labels.device)]
        start += batch_size


def load_array(arrays, batch_size, shuffle=True):
    return DataLoader(TensorDataset(*arrays), batch_size=batch_size, shuffle=shuffle)


def k_fold_split(k, i, X, y):
    n = X.shape[0]
    if k < 2 or k > n:
        raise ValueError(f"k={k} does not fit {n} samples")
    if i < 0 or i >= k:
        raise ValueError(f"there is no fold {i}")
    # every k-th sample is held out: sizes differ by one at most
    held_out = torch.arange(n, device=X.device) % k == i
    mask = held_out.to(y.device)
    return X[~held_out], y[~mask], X[held_out], y[mask]
