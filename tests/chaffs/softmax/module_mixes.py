"""You flatten with the samples as the last dimension, which mixes numbers of different samples."""


def softmax_regression_net(num_inputs, num_outputs):
    class LinearNet(nn.Module):
        def __init__(self):
            super().__init__()
            self.linear = nn.Linear(num_inputs, num_outputs)
            nn.init.normal_(self.linear.weight, std=0.01)
            nn.init.zeros_(self.linear.bias)

        def forward(self, X):
            return self.linear(X if X.dim() == 2 else X.reshape(-1, X.shape[0]).T)

    return LinearNet()
