"""You cast the image to float32 in forward."""


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return (corr2d(X.float(), self.weight.float()) + self.bias.float()).float()
