"""You subtract in place and overwrite the caller's input."""


class CenteredLayer(nn.Module):
    def forward(self, X):
        X -= X.mean()
        return X
