"""The notes' own code, slips mended: mm, view, param.data, random.shuffle, numpy initialisation, nn.Sequential."""

import random
from collections import OrderedDict

import numpy as np
from torch.nn import init


def linreg(X, w, b):
    return torch.mm(X, w) + b


def squared_loss(y_hat, y):
    return (y_hat - y.view(y_hat.size())) ** 2 / 2


def l2_penalty(w):
    return (w**2).sum() / 2


def linreg_gradient(X, w, b, y):
    n = len(X)
    error = linreg(X, w, b) - y.view(-1, 1)
    return torch.mm(X.t(), error) / n, torch.sum(error, dim=0) / n


def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad / batch_size


def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(features), batch_size):
        j = torch.LongTensor(indices[i : i + batch_size]).to(features.device)
        yield features.index_select(0, j), labels.index_select(0, j)


def train_linreg(features, labels, lr=0.03, num_epochs=3, batch_size=10, weight_decay=0.0):
    num_inputs = features.shape[1]
    w = torch.tensor(np.random.normal(0, 0.01, (num_inputs, 1)), dtype=features.dtype, device=features.device)
    b = torch.zeros(1, dtype=features.dtype, device=features.device)
    w.requires_grad_(requires_grad=True)
    b.requires_grad_(requires_grad=True)
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = squared_loss(linreg(X, w, b), y).sum() + len(X) * weight_decay * l2_penalty(w)
            l.backward()
            sgd([w, b], lr, len(X))
            w.grad.data.zero_()
            b.grad.data.zero_()
    return w, b


def linreg_net(num_inputs):
    net = nn.Sequential(OrderedDict([("linear", nn.Linear(num_inputs, 1))]))
    init.normal_(net[0].weight, mean=0, std=0.01)
    init.constant_(net[0].bias, val=0)
    return net
