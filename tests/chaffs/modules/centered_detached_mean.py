"""You take the mean out of the graph, though it depends on X too."""


class CenteredLayer(nn.Module):
    def forward(self, X):
        return X - X.mean().item()
