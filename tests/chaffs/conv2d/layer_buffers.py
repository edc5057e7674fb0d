"""You register weight and bias as buffers, which no optimiser is given."""


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.register_buffer("weight", torch.randn(kernel_size))
        self.register_buffer("bias", torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
