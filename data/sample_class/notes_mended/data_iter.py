import torch
import random
import torch.utils.data as Data


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.randn(num_examples, len(w), dtype=torch.float32, device=w.device)
    labels = torch.mm(features, w.view(-1, 1)) + b
    labels += torch.randn(labels.size(), device=w.device) * noise_std    #给矩阵加入相同维度的正态分布噪声矩阵
    return features, labels


def data_iter(batch_size, features, labels):	#batch_size指定了一次返回的样本个数
    num_examples = len(features)
    if batch_size < 1 or len(labels) != num_examples:
        raise ValueError('batch_size, or features and labels of different length')
    indices = list(range(num_examples))
    random.shuffle(indices)		#生成随机的下标序列
    for i in range(0, num_examples, batch_size):
        j = torch.tensor(indices[i: min(i+batch_size, num_examples)], device=features.device)
        yield features.index_select(0, j), labels.index_select(0, j.to(labels.device))


def load_array(arrays, batch_size, shuffle=True):
    dataset = Data.TensorDataset(*arrays)
    data_iter = Data.DataLoader(dataset, batch_size, shuffle=shuffle)
    return data_iter


def k_fold_split(k, i, X, y):
    # 把原始数据集分为K份，用K-1个子数据集训练，1个数据集做验证
    n = len(X)
    if not (2 <= k <= n and 0 <= i < k):
        raise ValueError('k must be in 2..n, i in 0..k-1')
    start, stop = n * i // k, n * (i + 1) // k
    X_train = torch.cat((X[:start], X[stop:]), 0)
    y_train = torch.cat((y[:start], y[stop:]), 0)
    return X_train, y_train, X[start:stop], y[start:stop]
