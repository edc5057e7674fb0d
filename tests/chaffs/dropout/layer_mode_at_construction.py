"""You read the mode when the layer is made instead of when it is called."""


class Dropout(nn.Module):
    def __init__(self, drop_prob):
        super().__init__()
        self.drop_prob, self.drops = drop_prob, self.training

    def forward(self, X):
        return dropout(X, self.drop_prob) if self.drops else X
