"""You flatten so that numbers of different samples share a row."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.hidden, self.output = nn.Linear(num_inputs, num_hiddens), nn.Linear(num_hiddens, num_outputs)

        def forward(self, X):
            X = X.reshape(-1, X.shape[0]).T if X.dim() > 2 else X
            return self.output(torch.relu(self.hidden(X)))

    return Net()
