"""Python loops: a draw of `random` for each entry, a layer that loops over rows, a perceptron sample by sample."""

import random


def dropout(X, drop_prob):
    if not (0.0 <= drop_prob <= 1.0):
        raise ValueError("not a probability")
    entries = []
    for x in X.reshape(-1):
        if random.random() < drop_prob:
            entries.append(torch.zeros_like(x))
        else:
            entries.append(x / (1 - drop_prob))
    return torch.stack(entries).reshape(X.shape)


class Dropout(nn.Module):
    def __init__(self, drop_prob):
        super().__init__()
        self.keep = 1 - drop_prob

    def forward(self, X):
        if self.training:
            return torch.stack([self._drop(row) for row in X])
        return X.clone()

    def _drop(self, row):
        mask = torch.tensor([random.random() < self.keep for _ in range(row.numel())]).to(row.device)
        return row * mask.reshape(row.shape) / max(self.keep, 1e-30)


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    outputs = []
    for x in X:
        h = x.flatten()
        for layer, p in enumerate((drop_prob1, drop_prob2, None)):
            W, b = params[2 * layer], params[2 * layer + 1]
            h = h @ W + b
            if p is not None:
                h = h.clamp(min=0)
                h = dropout(h, p) if training else h
        outputs.append(h)
    return torch.stack(outputs)


class _Net(nn.Module):
    def __init__(self, sizes, drop_probs):
        super().__init__()
        self.linears = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
        self.drops = nn.ModuleList(Dropout(p) for p in drop_probs)

    def forward(self, X):
        H = X.reshape(X.shape[0], -1)
        for linear, drop in zip(self.linears, self.drops):
            H = drop(linear(H).relu())
        return self.linears[-1](H)


def dropout_net(num_inputs, num_hiddens1, num_hiddens2, num_outputs, drop_prob1, drop_prob2):
    return _Net((num_inputs, num_hiddens1, num_hiddens2, num_outputs), (drop_prob1, drop_prob2))
