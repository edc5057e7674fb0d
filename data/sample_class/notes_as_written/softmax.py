import torch
import numpy as np
from collections import OrderedDict
from torch import nn
from torch.nn import init

num_inputs = 784
num_outputs = 10
batch_size = 256


def softmax(X):
    X_exp = X.exp()
    partition = X_exp.sum(dim=1, keepdim=True)
    return X_exp / partition


def net(X, W, b):
    return softmax(torch.mm(X.view( (-1, num_inputs) ), W) + b)


def accuracy(y_hat, y):
    return (y_hat.argmax(dim=1) == y).float().mean().item()


def evaluate_accuracy(data_iter, net):
    acc_sum, n = 0.0, 0
    for X, y in data_iter:
        acc_sum += (net(X).argmax(dim1) == y).float().sum().item()
        n += y.shape[0]
    return acc_sum / n


class FlattenLayer(nn.Module):
    def __init__(self):
        super(FlattenLayer, self).__init__()
    def forward(self, x):
        return x.view(x.shape[0], -1)


def softmax_regression_net(num_inputs, num_outputs):
    net = nn.Sequential(
        OrderedDict([
            ('flatten', FlattenLayer()),
            ('Linear', nn.Linear(num_inputs, num_outputs))
        ])
    )
    init.normal(net.linear.weight, mean=0, std=0.01)
    init.constant_(net.linear.bias, val=0)
    return net


def cross_entropy(y_hat, y):
    return - torch.log(y_hat.gather(1, y.view(-1, 1)))


def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad / batch_size


def train_softmax(train_iter, num_inputs, num_outputs, lr=0.1, num_epochs=5):
    W = torch.tensor(np.random.normal(0, 0.01, (num_inputs, num_outputs)), dtype=torch.float)
    b = torch.zeros(num_outputs, dtype=torch.float)
    params = [W, b]

    for epoch in range(num_epochs):
        train_l_sum, train_acc_sum, n = 0.0, 0.0, 0
        for X, y in train_iter:
            y_hat = net(X, W, b)
            l = cross_entropy(y_hat, y).sum()

            if params is not None and params[0].grad is not None:
                for param in params:
                    param.grad.data.zero_()

            l.backward()
            sgd(params, lr, batch_size)

            train_l_sum += l.item()
            train_acc_sum += (y_hat.argmax(dim=1) == y).sum().item()
            n += y.shape[0]
        print('epoch %d, loss %.4f, train acc %.3f'
              % (epoch + 1, train_l_sum / n, train_acc_sum / n))
    return W, b
