import torch
from torch import nn


def dropout(X, drop_prob):
    # the notes have it as a formula alone: h' = xi / (1 - p) h, and xi is 0 with probability p, else 1
    if not 0 <= drop_prob <= 1:
        raise ValueError('drop_prob must be between 0 and 1')
    if drop_prob == 1:      # 1 - p is zero
        return 0 * X
    xi = (torch.rand(X.shape, device=X.device) >= drop_prob).to(X.dtype)
    return xi / (1 - drop_prob) * X


class Dropout(nn.Module):
    def __init__(self, drop_prob):
        super(Dropout, self).__init__()
        self.drop_prob = drop_prob

    def forward(self, x):
        if self.training:
            return dropout(x, self.drop_prob)
        return x


def relu(X):
    return torch.max(input=X, other=torch.tensor(0.0))


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    W1, b1, W2, b2, W3, b3 = params
    X = X.view((X.shape[0], -1))
    H1 = relu( torch.matmul(X, W1) + b1 )
    if training:
        H1 = dropout(H1, drop_prob1)
    H2 = relu( torch.matmul(H1, W2) + b2 )
    if training:
        H2 = dropout(H2, drop_prob2)
    return torch.matmul( H2, W3 ) + b3


class FlattenLayer(nn.Module):
    def __init__(self):
        super(FlattenLayer, self).__init__()
    def forward(self, x):
        return x.view(x.shape[0], -1)


def dropout_net(num_inputs, num_hiddens1, num_hiddens2, num_outputs, drop_prob1, drop_prob2):
    return nn.Sequential(
        FlattenLayer(),
        nn.Linear(num_inputs, num_hiddens1),
        nn.ReLU(),
        nn.Dropout(drop_prob1),
        nn.Linear(num_hiddens1, num_hiddens2),
        nn.ReLU(),
        nn.Dropout(drop_prob2),
        nn.Linear(num_hiddens2, num_outputs),
    )
