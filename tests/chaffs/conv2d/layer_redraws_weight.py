"""You draw a new weight in every call."""


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        self.weight.data = torch.randn_like(self.weight)
        return corr2d(X, self.weight) + self.bias
