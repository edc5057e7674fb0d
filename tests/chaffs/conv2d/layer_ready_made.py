"""You call torch's conv2d in forward."""


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return nn.functional.conv2d(X[None, None], self.weight[None, None], self.bias)[0, 0]
