"""You detach the input, so that no layer below could learn."""


class FlattenLayer(nn.Module):
    def forward(self, X):
        return X.detach().reshape(X.shape[0], -1)
