"""You centre in train mode alone, but this layer has no modes."""


class CenteredLayer(nn.Module):
    def forward(self, X):
        return X - X.mean() if self.training else X
