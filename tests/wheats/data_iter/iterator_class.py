"""An iterator class that checks at the call; stacked samples; samplers for the loader; index lists for the folds."""

import random

from torch.utils.data import BatchSampler, RandomSampler, SequentialSampler


class Batches:
    def __init__(self, batch_size, features, labels):
        if batch_size < 1:
            raise ValueError("batch_size")
        if len(features) != len(labels):
            raise ValueError("lengths")
        self.batch_size, self.features, self.labels = batch_size, features, labels
        self.left = random.sample(range(len(features)), len(features))

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        batch, self.left = self.left[: self.batch_size], self.left[self.batch_size :]
        X = torch.stack([self.features[i] for i in batch])
        y = torch.stack([self.labels[i] for i in batch])
        return X, y


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.empty(num_examples, w.numel(), device=w.device).normal_()
    noise = torch.empty(num_examples, device=w.device).normal_(std=noise_std)
    labels = torch.mv(features, w) + noise
    return features, labels[:, None] + b


def data_iter(batch_size, features, labels):
    return Batches(batch_size, features, labels)


def load_array(arrays, batch_size, shuffle=True):
    dataset = TensorDataset(*arrays)
    sampler = RandomSampler(dataset) if shuffle else SequentialSampler(dataset)
    return DataLoader(dataset, batch_sampler=BatchSampler(sampler, batch_size, drop_last=False))


def k_fold_split(k, i, X, y):
    n = len(X)
    if k not in range(2, n + 1) or i not in range(k):
        raise ValueError("no such fold")
    valid = list(range(i, n, k))
    train = [j for j in range(n) if j not in valid]
    return X[train], y[train], X[valid], y[valid]
