"""You keep the layers in a plain list: the module knows none of their parameters or modes."""


class _Net(nn.Module):
    def __init__(self, d, h1, h2, q, p1, p2):
        super().__init__()
        first = [nn.Flatten(), nn.Linear(d, h1), nn.ReLU(), nn.Dropout(p1)]
        self.layers = [*first, nn.Linear(h1, h2), nn.ReLU(), nn.Dropout(p2), nn.Linear(h2, q)]

    def forward(self, X):
        for layer in self.layers:
            X = layer(X)
        return X


dropout_net = _Net
