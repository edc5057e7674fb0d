"""Softmax regression, Mina K."""
import torch
from torch import nn
from torch.nn import functional as F


def softmax(X):
    # logsumexp takes the largest score out by itself, so nothing overflows
    return torch.exp(X - torch.logsumexp(X, dim=1, keepdim=True))


def net(X, W, b):
    return softmax(X.flatten(1) @ W + b)


def accuracy(y_hat, y):
    right = (y_hat.argmax(dim=1) == y).sum().item()
    return right / len(y)


def evaluate_accuracy(data_iter, net):
    was_training = getattr(net, "training", False)
    if isinstance(net, nn.Module):
        net.eval()
    right = total = 0
    with torch.no_grad():
        for X, y in data_iter:
            right += int((net(X).argmax(1) == y).sum())
            total += len(y)
    if isinstance(net, nn.Module):
        net.train(was_training)
    return right / total


class FlattenLayer(nn.Module):
    def forward(self, X):
        return X.flatten(start_dim=1)


def softmax_regression_net(num_inputs, num_outputs):
    model = nn.Sequential(FlattenLayer(), nn.Linear(num_inputs, num_outputs))
    nn.init.normal_(model[1].weight, 0.0, 0.01)
    nn.init.zeros_(model[1].bias)
    return model


def train_softmax(train_iter, num_inputs, num_outputs, lr=0.1, num_epochs=5):
    W = b = optimizer = None
    for _ in range(num_epochs):
        for X, y in train_iter:
            if optimizer is None:   # dtype and device are known from the first batch on
                W = torch.zeros(num_inputs, num_outputs, dtype=X.dtype, device=X.device, requires_grad=True)
                b = torch.zeros(num_outputs, dtype=X.dtype, device=X.device, requires_grad=True)
                optimizer = torch.optim.SGD([W, b], lr=lr)
            loss = F.cross_entropy(X.flatten(1) @ W + b, y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return W.detach(), b.detach()
