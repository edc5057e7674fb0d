"""Multilayer perceptron, Mina K."""
import torch
from torch import nn
from torch.nn import functional as F


def relu(X):
    return torch.where(X > 0, X, torch.zeros_like(X))


def tanh(X):
    c = X.clamp(-20.0, 20.0)    # past 20 it is 1, and cosh stays small enough to be squared
    return c.sinh() / c.cosh()


def sigmoid(X):
    # the same curve as tanh, half as high and twice as wide
    return 0.5 + 0.5 * tanh(X / 2)


def relu_grad(X):
    return X.sign().clamp(min=0)


def sigmoid_grad(X):
    # let autograd do it, on a tensor of our own
    x = X.detach().clone().requires_grad_()
    return torch.autograd.grad(sigmoid(x).sum(), x)[0]


def tanh_grad(X):
    return X.clamp(-20.0, 20.0).cosh().pow(-2)


def collapse_linear(W_h, b_h, W_o, b_o):
    W = torch.einsum("dh,hq->dq", W_h, W_o)
    b = torch.einsum("h,hq->q", b_h, W_o) + b_o
    return W, b


def xavier_uniform(num_inputs, num_outputs):
    a = (6 / (num_inputs + num_outputs)) ** 0.5
    return 2 * a * torch.rand(num_inputs, num_outputs) - a


def init_params(num_inputs, num_hiddens, num_outputs):
    sizes = [num_inputs, num_hiddens, num_outputs]
    params = []
    for rows, columns in zip(sizes, sizes[1:]):
        params.append(torch.normal(0.0, 0.01, (rows, columns), requires_grad=True))
        params.append(torch.zeros(columns, requires_grad=True))
    return params


def mlp(X, params):
    W1, b1, W2, b2 = params
    hidden = F.relu(F.linear(X.flatten(1), W1.T, b1))
    return F.linear(hidden, W2.T, b2)


class Perceptron(nn.Module):
    def __init__(self, d, h, q):
        super().__init__()
        self.hidden = nn.Linear(d, h)
        self.out = nn.Linear(h, q)

    def forward(self, X):
        return self.out(F.relu(self.hidden(X.flatten(1))))


def mlp_net(num_inputs, num_hiddens, num_outputs):
    return Perceptron(num_inputs, num_hiddens, num_outputs)


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    optimizer = torch.optim.SGD(params, lr=lr)
    for _ in range(num_epochs):
        for X, y in train_iter:
            optimizer.zero_grad()
            F.cross_entropy(mlp(X, params), y).backward()
            optimizer.step()
