"""You put the samples last and transpose, which mixes numbers of different samples."""


class FlattenLayer(nn.Module):
    def forward(self, X):
        return X.reshape(-1, X.shape[0]).T
