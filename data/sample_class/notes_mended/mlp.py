import torch
import numpy as np
from torch import nn
from torch.nn import init


def relu(X):
    return torch.max(input=X, other=torch.tensor(0.0))


# the notes have these as formulas alone

def sigmoid(X):
    return 1 / (1 + torch.exp(-X))


def tanh(X):
    return (1 - torch.exp(-2 * X)) / (1 + torch.exp(-2 * X))


def relu_grad(X):
    # 0 for x <= 0, 1 for x > 0
    return (X > 0).to(X.dtype)


def sigmoid_grad(X):
    # exp(-x) / (1 + exp(-x))^2
    return torch.exp(-X) / (1 + torch.exp(-X)) ** 2


def tanh_grad(X):
    return 1 - tanh(X) ** 2


def collapse_linear(W_h, b_h, W_o, b_o):
    # O = X W_h W_o + b_h W_o + b_o
    return torch.matmul(W_h, W_o), torch.matmul(b_h, W_o) + b_o


def xavier_uniform(num_inputs, num_outputs):
    # U(-sqrt(6 / (a + b)), sqrt(6 / (a + b)))
    bound = np.sqrt(6 / (num_inputs + num_outputs))
    return torch.tensor(np.random.uniform(-bound, bound, (num_inputs, num_outputs)), dtype=torch.float)


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
    X = X.view((X.shape[0], -1))
    H = relu( torch.matmul(X, W1) + b1 )
    return torch.matmul( H, W2 ) + b2


class FlattenLayer(nn.Module):
    def __init__(self):
        super(FlattenLayer, self).__init__()
    def forward(self, x):
        return x.view(x.shape[0], -1)


def mlp_net(num_inputs, num_hiddens, num_outputs):
    net = nn.Sequential(
        FlattenLayer(),
        nn.Linear(num_inputs, num_hiddens),
        nn.ReLU(),
        nn.Linear(num_hiddens, num_outputs),
    )

    for params in net.parameters():
        init.normal_(params, mean=0, std=0.01)
    return net


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(params, lr=lr)

    for epoch in range(num_epochs):
        train_l_sum, train_acc_sum, n = 0.0, 0.0, 0
        for X, y in train_iter:
            y_hat = mlp(X, params)
            l = loss(y_hat, y).sum()

            optimizer.zero_grad()
            l.backward()
            optimizer.step()

            train_l_sum += l.item()
            train_acc_sum += (y_hat.argmax(dim=1) == y).sum().item()
            n += y.shape[0]
        print('epoch %d, loss %.4f, train acc %.3f'
              % (epoch + 1, train_l_sum / n, train_acc_sum / n))
