"""Masks from numpy, moved to the input; a net with weights (in, out) of its own and no layer inside."""

import numpy as np


def dropout(X, drop_prob):
    if drop_prob > 1 or drop_prob < 0:
        raise ValueError(f"{drop_prob} is no probability")
    scale = 0.0 if drop_prob == 1 else 1 / (1 - drop_prob)
    kept = np.random.binomial(1, 1 - drop_prob, size=tuple(X.shape)) * scale
    return X * torch.from_numpy(np.asarray(kept)).to(X)


class Dropout(nn.Module):
    def __init__(self, drop_prob):
        super().__init__()
        self.register_buffer("drop_prob", torch.tensor(drop_prob))

    def forward(self, X):
        p = self.drop_prob.item()
        if not self.training or p == 0:
            return X
        if p > 1 - 1e-6:
            return 0 * X
        kept = np.random.default_rng().random(X.shape) >= p
        return X * torch.as_tensor(kept, device=X.device) / (1 - round(p, 6))


def _perceptron(X, params, drop_probs, training):
    *hidden, W3, b3 = params
    H = torch.flatten(X, 1)
    for W, b, p in zip(hidden[::2], hidden[1::2], drop_probs):
        H = torch.addmm(b, H, W)
        H = H * (H > 0)
        if training:
            H = dropout(H, p)
    return torch.addmm(b3, H, W3)


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    return _perceptron(X, params, (drop_prob1, drop_prob2), training)


class _Own(nn.Module):
    def __init__(self, sizes, drop_probs):
        super().__init__()
        self.drop_probs = drop_probs
        self.params = nn.ParameterList()
        for a, b in zip(sizes, sizes[1:]):
            self.params.append(nn.Parameter(torch.randn(a, b) * 0.1))
            self.params.append(nn.Parameter(torch.zeros(1, b)))

    def forward(self, X):
        return _perceptron(X, list(self.params), self.drop_probs, self.training)


def dropout_net(num_inputs, num_hiddens1, num_hiddens2, num_outputs, drop_prob1, drop_prob2):
    return _Own([num_inputs, num_hiddens1, num_hiddens2, num_outputs], [drop_prob1, drop_prob2])
