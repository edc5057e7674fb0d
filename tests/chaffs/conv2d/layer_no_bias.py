"""You make no bias."""


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))

    def forward(self, X):
        return corr2d(X, self.weight)
