"""You keep the first mask of the layer for all later passes."""


class Dropout(nn.Module):
    def __init__(self, drop_prob):
        super().__init__()
        self.drop_prob, self.mask = drop_prob, None

    def forward(self, X):
        if not self.training:
            return X
        if self.mask is None or self.mask.shape != X.shape:
            self.mask = dropout(torch.ones_like(X), self.drop_prob)
        return X * self.mask
