"""A torch.autograd.Function with its mask saved, an einsum perceptron, dropout asked for by F.dropout's flag."""

import torch.nn.functional as F


class _Drop(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X, drop_prob):
        scale = 1 / (1 - drop_prob) if drop_prob < 1 else 0.0
        mask = torch.bernoulli(torch.full_like(X, 1 - drop_prob)) * scale
        ctx.save_for_backward(mask)
        return X * mask

    @staticmethod
    def backward(ctx, upstream):
        (mask,) = ctx.saved_tensors
        return upstream * mask, None


def dropout(X, drop_prob):
    if max(0, min(1, drop_prob)) != drop_prob:
        raise ValueError("drop_prob must be between 0 and 1")
    return _Drop.apply(X, drop_prob)


class Dropout(nn.Module):
    def __init__(self, drop_prob):
        nn.Module.__init__(self)
        if not 0 <= drop_prob <= 1:
            raise ValueError("drop_prob must be between 0 and 1")
        self.rate = drop_prob

    def forward(self, X):
        return _Drop.apply(X, self.rate if self.training else 0.0)


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    W1, b1, W2, b2, W3, b3 = params
    p1, p2 = (drop_prob1, drop_prob2) if training else (0.0, 0.0)
    H1 = dropout(F.relu(torch.einsum("nd,dh->nh", X.flatten(1), W1) + b1), p1)
    H2 = dropout(F.relu(torch.einsum("nh,hk->nk", H1, W2) + b2), p2)
    return torch.einsum("nk,kq->nq", H2, W3) + b3


class MLP(nn.Module):
    def __init__(self, d, h1, h2, q, p1, p2):
        super().__init__()
        self.p1, self.p2 = p1, p2
        self.lin1 = nn.Linear(d, h1)
        self.lin2 = nn.Linear(h1, h2)
        self.lin3 = nn.Linear(h2, q)
        self.relu = nn.ReLU()

    def forward(self, X):
        H1 = F.dropout(self.relu(self.lin1(X.flatten(start_dim=1))), self.p1, training=self.training)
        H2 = F.dropout(self.relu(self.lin2(H1)), self.p2, self.training)
        return self.lin3(H2)


def dropout_net(num_inputs, num_hiddens1, num_hiddens2, num_outputs, drop_prob1, drop_prob2):
    return MLP(num_inputs, num_hiddens1, num_hiddens2, num_outputs, drop_prob1, drop_prob2)
