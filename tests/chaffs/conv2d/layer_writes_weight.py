"""You add the bias to the weight in place."""


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.ones(1))

    def forward(self, X):
        self.weight.data += self.bias.data
        return corr2d(X, self.weight) + self.bias
