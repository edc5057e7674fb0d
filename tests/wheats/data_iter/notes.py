"""The notes' own code, slips mended: random.shuffle, LongTensor, index_select, a sum written out, blocks of n // k."""

import random

import torch.utils.data as Data


def synthetic_data(w, b, num_examples, noise_std=0.01):
    num_inputs = len(w)
    features = torch.randn(num_examples, num_inputs, dtype=torch.float32, device=w.device)
    labels = torch.zeros(num_examples, device=w.device)
    for j in range(num_inputs):
        labels += w[j] * features[:, j]
    labels = (labels + b).view(-1, 1)
    labels += torch.normal(0, noise_std, size=labels.size(), device=w.device)
    return features, labels


def data_iter(batch_size, features, labels):
    num_examples = len(features)
    if batch_size < 1 or len(labels) != num_examples:
        raise ValueError("bad batch size or lengths")
    indices = list(range(num_examples))
    random.shuffle(indices)
    for i in range(0, num_examples, batch_size):
        j = torch.LongTensor(indices[i : min(i + batch_size, num_examples)]).to(features.device)
        yield features.index_select(0, j), labels.index_select(0, j)


def load_array(arrays, batch_size, shuffle=True):
    dataset = Data.TensorDataset(*arrays)
    return Data.DataLoader(dataset, batch_size, shuffle)


def k_fold_split(k, i, X, y):
    n = X.shape[0]
    if k < 2 or k > n or i < 0 or i >= k:
        raise ValueError("no such fold")
    fold_size, rest = n // k, n % k
    sizes = [fold_size + 1] * rest + [fold_size] * (k - rest)
    start = sum(sizes[:i])
    stop = start + sizes[i]
    X_train = torch.cat((X[:start], X[stop:]), dim=0)
    y_train = torch.cat((y[:start], y[stop:]), dim=0)
    return X_train, y_train, X[start:stop], y[start:stop]
