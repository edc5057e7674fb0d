"""The notes line by line, slips mended: max with a 0-dim tensor, matmul, numpy's normal, view, sgd through .data."""

from collections import OrderedDict

import numpy as np


def relu(X):
    return torch.max(input=X, other=torch.tensor(0.0, dtype=X.dtype, device=X.device))


def sigmoid(X):
    X = torch.clamp(X, min=-50, max=50)
    return 1 / (1 + torch.exp(-X))


def tanh(X):
    X = torch.clamp(X, min=-25, max=25)
    return (1 - torch.exp(-2 * X)) / (1 + torch.exp(-2 * X))


def relu_grad(X):
    x = X.detach().clone().requires_grad_(requires_grad=True)
    y = torch.relu(x)
    y.sum().backward()
    return x.grad


def sigmoid_grad(X):
    X = torch.clamp(X, min=-50, max=50)
    return torch.exp(-X) / (1 + torch.exp(-X)) ** 2


def tanh_grad(X):
    return 1 - tanh(X).pow(2)


def collapse_linear(W_h, b_h, W_o, b_o):
    return torch.mm(W_h, W_o), torch.matmul(W_o.t(), b_h) + b_o


def xavier_uniform(num_inputs, num_outputs):
    W = torch.empty(num_inputs, num_outputs)
    torch.nn.init.xavier_uniform_(W)
    return W


def init_params(num_inputs, num_hiddens, num_outputs):
    W1 = torch.tensor(np.random.normal(0, 0.01, (num_inputs, num_hiddens)), dtype=torch.float)
    b1 = torch.zeros(num_hiddens, dtype=torch.float)
    W2 = torch.tensor(np.random.normal(0, 0.01, (num_hiddens, num_outputs)), dtype=torch.float)
    b2 = torch.zeros(num_outputs, dtype=torch.float)
    params = [W1, b1, W2, b2]
    for param in params:
        param.requires_grad_(requires_grad=True)
    return params


def mlp(X, params):
    W1, b1, W2, b2 = params
    X = X.view((-1, W1.shape[0]))
    H = relu(torch.matmul(X, W1) + b1)
    return torch.matmul(H, W2) + b2


class FlattenLayer(nn.Module):
    def __init__(self):
        super().__init__()

    def forward(self, x):
        return x.view(x.shape[0], -1)


def mlp_net(num_inputs, num_hiddens, num_outputs):
    net = nn.Sequential(
        OrderedDict(
            [
                ("flatten", FlattenLayer()),
                ("hidden", nn.Linear(num_inputs, num_hiddens)),
                ("ReLU", nn.ReLU()),
                ("output", nn.Linear(num_hiddens, num_outputs)),
            ]
        )
    )
    for params in net.parameters():
        nn.init.normal_(params, mean=0, std=0.01)
    return net


def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad / batch_size


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    loss = torch.nn.CrossEntropyLoss()
    for epoch in range(num_epochs):
        train_l_sum, n = 0.0, 0
        for X, y in train_iter:
            l = loss(mlp(X, params), y)
            if params[0].grad is not None:
                for param in params:
                    param.grad.data.zero_()
            l.backward()
            sgd(params, lr, 1)
            train_l_sum += l.item()
            n += y.shape[0]
        print(f"epoch {epoch + 1}, loss {train_l_sum / n:.4f}")
