"""Linear regression, Mina K."""
import torch
from torch import nn


def linreg(X, w, b):
    return X @ w + b


def squared_loss(y_hat, y):
    difference = y_hat - y.reshape(y_hat.shape)
    return 0.5 * difference * difference


def l2_penalty(w):
    return 0.5 * w.square().sum()


def linreg_gradient(X, w, b, y):
    n = X.shape[0]
    residual = X @ w + b - y.reshape(n, 1)
    return X.T @ residual / n, residual.mean(dim=0)


@torch.no_grad()
def sgd(params, lr, batch_size):
    for p in params:
        p.sub_(p.grad * (lr / batch_size))


def train_linreg(features, labels, lr=0.03, num_epochs=3, batch_size=10, weight_decay=0.0):
    n, d = features.shape
    w = (0.01 * torch.randn(d, 1, dtype=features.dtype)).to(features.device)
    b = torch.zeros(1, dtype=features.dtype, device=features.device)
    y = labels.reshape(n, 1)
    for _ in range(num_epochs):
        for rows in torch.randperm(n).to(features.device).split(batch_size):
            # by hand, since we have the gradient: mean loss of this batch + weight_decay * |w|^2 / 2
            dw, db = linreg_gradient(features[rows], w, b, y[rows])
            w -= lr * (dw + weight_decay * w)
            b -= lr * db
    return w, b


def linreg_net(num_inputs):
    layer = nn.Linear(num_inputs, 1)
    nn.init.normal_(layer.weight, std=0.01)
    nn.init.zeros_(layer.bias)
    return layer
