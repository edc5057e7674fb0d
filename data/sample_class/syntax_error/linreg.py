import torch
from torch import nn


def linreg(X, w, b):
    return torch.matmul(X, w) + b


def squared_loss(y_hat, y):
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2


def l2_penalty(w):
    return torch.sum(w.pow(2)) / 2


def linreg_gradient(X, w, b, y):
    e = (linreg(X, w, b) - y.reshape(-1, 1)) / len(X)
    return X.t() @ e, e.sum(0)


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for param in params:
            param -= lr * param.grad / batch_size


def train_linreg(features, labels, lr=0.03, num_epochs=3, batch_size=10, weight_decay=0.0):
    w = torch.zeros(features.shape[1], 1, dtype=features.dtype, device=features.device, requires_grad=True)
    b = torch.zeros(1, dtype=features.dtype, device=features.device, requires_grad=True)
    for epoch in range(num_epochs):
        perm = torch.randperm(len(features)).to(features.device)
        for i in range(0, len(features), batch_size):
            idx = perm[i:i + batch_size]
            l = squared_loss(linreg(features[idx], w, b), labels[idx]).mean() + weight_decay * l2_penalty(w)
            w.grad = b.grad = None
            l.backward()
            sgd([w, b], lr, 1)
    return w, b


def linreg_net(num_inputs):
    net = nn.Linear(num_inputs, 1)
    net.weight.data.normal_(0, 0.01)
    net.bias.data.fill_(0)
    return net
