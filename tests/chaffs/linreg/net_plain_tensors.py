"""You keep weight and bias as plain tensors, so the module registers no parameters."""


class _Linear(nn.Module):
    def __init__(self, num_inputs):
        super().__init__()
        self.weight = 0.01 * torch.randn(num_inputs, 1)
        self.bias = torch.zeros(1)

    def forward(self, X):
        return X @ self.weight + self.bias


def linreg_net(num_inputs):
    return _Linear(num_inputs)
