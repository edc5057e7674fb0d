"""Kept indices by nonzero and scatter, int thresholds, masks from a generator of one's own, nn.Conv1d as layers."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError(drop_prob)
    entries = X.reshape(-1)
    draws = torch.rand(entries.shape[0], dtype=torch.float64)
    (places,) = torch.nonzero(draws >= drop_prob, as_tuple=True)
    places = places.to(X.device)
    survivors = entries.index_select(0, places)
    if len(places):
        survivors = survivors * (1 / (1 - drop_prob))
    return torch.zeros_like(entries).scatter(0, places, survivors).view(X.shape)


_generator = torch.Generator()
_generator.seed()


class Dropout(nn.Module):
    def __init__(self, drop_prob):
        super().__init__()
        self.drop_prob = nn.Parameter(torch.tensor(drop_prob, dtype=torch.float64), requires_grad=False)

    def forward(self, X):
        if self.training is False or self.drop_prob == 0:
            return X + 0
        mask = torch.rand(X.shape, generator=_generator).to(X.device) > self.drop_prob
        factor = 1 / (1 - self.drop_prob.item()) if self.drop_prob < 1 else 0
        return torch.mul(torch.mul(X, mask), factor)


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    H = X.reshape(X.size(0), -1)
    weights, biases = params[0::2], params[1::2]
    for W, b, p in zip(weights, biases, (drop_prob1, drop_prob2, 0.0)):
        H = (H.unsqueeze(-1) * W).sum(dim=1) + b
        if b is biases[-1]:
            return H
        H = H.clamp_min(0)
        if training:
            H = dropout(H, p)


class _Pointwise(nn.Module):
    def __init__(self, d, h1, h2, q, p1, p2):
        super().__init__()
        layers = nn.Conv1d(d, h1, 1), nn.ReLU(), nn.Dropout(p1), nn.Conv1d(h1, h2, 1), nn.ReLU(), nn.Dropout(p2)
        self.body, self.head = nn.Sequential(*layers), nn.Conv1d(h2, q, kernel_size=1)

    def forward(self, X):
        return self.head(self.body(X.flatten(1).unsqueeze(2))).squeeze(2)


dropout_net = _Pointwise
