"""The notes line by line, slips mended: view, mm, gather, numpy's normal, own sgd through .data on the summed loss."""

from collections import OrderedDict

import numpy as np


def softmax(X):
    X_exp = (X - X.max(dim=1, keepdim=True)[0]).exp()
    partition = X_exp.sum(dim=1, keepdim=True)
    return X_exp / partition


def net(X, W, b):
    return softmax(torch.mm(X.view(-1, W.shape[0]), W) + b)


def accuracy(y_hat, y):
    return (y_hat.argmax(dim=1) == y).float().mean().item()


def evaluate_accuracy(data_iter, net):
    acc_sum, n = 0.0, 0
    with torch.no_grad():
        for X, y in data_iter:
            if isinstance(net, torch.nn.Module):
                mode = net.training
                net.eval()
                acc_sum += (net(X).argmax(dim=1) == y).float().sum().item()
                net.train(mode)
            else:
                acc_sum += (net(X).argmax(dim=1) == y).float().sum().item()
            n += y.shape[0]
    return acc_sum / n


class FlattenLayer(nn.Module):
    def __init__(self):
        super().__init__()

    def forward(self, x):
        return x.view(x.shape[0], -1)


def softmax_regression_net(num_inputs, num_outputs):
    net = nn.Sequential(OrderedDict([("flatten", FlattenLayer()), ("linear", nn.Linear(num_inputs, num_outputs))]))
    nn.init.normal_(net.linear.weight, mean=0, std=0.01)
    nn.init.constant_(net.linear.bias, val=0)
    return net


def cross_entropy(y_hat, y):
    return -torch.log(y_hat.gather(1, y.view(-1, 1)))


def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad / batch_size


def train_softmax(train_iter, num_inputs, num_outputs, lr=0.1, num_epochs=5):
    W = b = None
    for epoch in range(num_epochs):
        for X, y in train_iter:
            if W is None:
                W = torch.tensor(np.random.normal(0, 0.01, (num_inputs, num_outputs)), dtype=X.dtype, device=X.device)
                b = torch.zeros(num_outputs, dtype=X.dtype, device=X.device)
                W.requires_grad_(requires_grad=True)
                b.requires_grad_(requires_grad=True)
            l = cross_entropy(net(X, W, b), y).sum()
            if W.grad is not None:
                for param in [W, b]:
                    param.grad.data.zero_()
            l.backward()
            sgd([W, b], lr, y.shape[0])
    return W, b
