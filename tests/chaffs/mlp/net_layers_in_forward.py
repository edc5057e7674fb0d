"""You make the layers in forward: each call has new random weights."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.flatten = nn.Flatten()

        def forward(self, X):
            hidden, output = nn.Linear(num_inputs, num_hiddens), nn.Linear(num_hiddens, num_outputs)
            return output(torch.relu(hidden(self.flatten(X))))

    return Net()
