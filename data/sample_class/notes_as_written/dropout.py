import torch
from torch import nn


def dropout(X, drop_prob):
    # the notes have it as a formula alone: h' = xi / (1 - p) h, and xi is 0 with probability p, else 1
    xi = (torch.rand(X.shape) > drop_prob).float()
    return xi / (1 - drop_prob) * X


# the notes tell of the layer, but have no code for it

class Dropout(nn.Module):
    def __init__(self, drop_prob):
        raise NotImplementedError


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    raise NotImplementedError


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
