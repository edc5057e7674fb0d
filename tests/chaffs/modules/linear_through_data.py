"""You compute with .data, so that no gradient arrives in weight and bias."""


class MyLinear(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(num_inputs, num_outputs))
        self.bias = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X):
        return X @ self.weight.data + self.bias.data
