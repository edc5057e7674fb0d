"""You keep a second copy of the weight for forward, which neither loads nor moves."""


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))
        self.kernel = [self.weight.detach().clone()]

    def forward(self, X):
        return corr2d(X, self.kernel[0]) + self.bias
