import torch
import numpy as np
import random
from torch import nn
from torch.nn import init


def data_iter(batch_size, features, labels):	#batch_size指定了一次返回的样本个数
    num_examples = len(features)
    indices = list(range(num_examples))
    random.shuffle(indices)		#生成随机的下标序列
    for i in range(0, num_examples, batch_size):
        j = torch.tensor(indices[i: min(i+batch_size, num_examples)], device=features.device)
        yield features.index_select(0, j), labels.index_select(0, j)


def linreg(X, w, b):
    return torch.mm(X, w) + b


def squared_loss(y_hat, y):
    return (y_hat - y.reshape(y_hat.size())) ** 2 / 2


def l2_penalty(w):
    # the notes have it as a formula alone, || w ||^2 / 2
    return (w ** 2).sum() / 2


def linreg_gradient(X, w, b, y):
    # (y_hat - y) [x1 x2 1]
    n = X.shape[0]
    error = linreg(X, w, b) - y.reshape(-1, 1)
    return torch.mm(X.t(), error) / n, error.sum(dim=0) / n


def sgd(params, lr, batch_size):
    for param in params:
        with torch.no_grad():
            param -= lr * param.grad / batch_size


def train_linreg(features, labels, lr=0.03, num_epochs=3, batch_size=10, weight_decay=0.0):
    num_inputs = features.shape[1]
    w = torch.tensor(np.random.normal(0, 0.01, (num_inputs, 1)), dtype=features.dtype, device=features.device)
    b = torch.zeros(1, dtype=features.dtype, device=features.device)
    w.requires_grad_(requires_grad=True)
    b.requires_grad_(requires_grad=True)

    net = linreg
    loss = squared_loss

    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = loss(net(X, w, b), y).sum() + weight_decay * l2_penalty(w) * len(X)
            l.backward()
            sgd([w, b], lr, len(X))

            w.grad.data.zero_()
            b.grad.data.zero_()	#梯度清零以便下次求解
        train_l = loss(net(features, w, b), labels)
        print("epoch %d, loss %f" %(epoch + 1, train_l.mean().item()))
    return w.detach(), b.detach()


def linreg_net(num_inputs):
    net = nn.Sequential(nn.Linear(num_inputs, 1))		#方法1
    init.normal_(net[0].weight, mean=0, std=0.01)
    init.constant_(net[0].bias, val=0)
    return net
