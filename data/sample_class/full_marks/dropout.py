"""Dropout, Mina K."""
import torch
from torch import nn
from torch.nn import functional as F


def dropout(X, drop_prob):
    if drop_prob < 0 or drop_prob > 1:
        raise ValueError("drop_prob is a probability, %r is not" % drop_prob)
    gone = torch.bernoulli(torch.full_like(X, drop_prob)).bool()
    left = X.masked_fill(gone, 0.0)
    # with drop_prob 1 nothing is left, and zeros need no scaling
    return left / (1 - drop_prob) if drop_prob < 1 else left


class Dropout(nn.Module):
    def __init__(self, drop_prob):
        super().__init__()
        self.p = drop_prob

    def forward(self, X):
        if not self.training:
            return X
        return dropout(X, self.p)

    def extra_repr(self):
        return "p=%g" % self.p


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    out = X.flatten(1)
    layers = list(zip(params[0::2], params[1::2]))
    for (W, b), p in zip(layers, [drop_prob1, drop_prob2]):
        out = (out @ W + b).clamp(min=0)
        if training:
            out = dropout(out, p)
    W, b = layers[-1]
    return out @ W + b


class DropoutNet(nn.Module):
    def __init__(self, sizes, probs):
        super().__init__()
        self.linears = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
        self.probs = probs

    def forward(self, X):
        X = X.flatten(1)
        for linear, p in zip(self.linears, self.probs):
            X = F.dropout(F.relu(linear(X)), p, training=self.training)
        return self.linears[-1](X)


def dropout_net(num_inputs, num_hiddens1, num_hiddens2, num_outputs, drop_prob1, drop_prob2):
    return DropoutNet([num_inputs, num_hiddens1, num_hiddens2, num_outputs], [drop_prob1, drop_prob2])
