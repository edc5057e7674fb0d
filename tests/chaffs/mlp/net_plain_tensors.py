"""You keep the weights as plain tensors: a module trains nn.Parameters alone."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.params = init_params(num_inputs, num_hiddens, num_outputs)

        def forward(self, X):
            return mlp(X, self.params)

    return Net()
