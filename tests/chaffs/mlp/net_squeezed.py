"""You squeeze the logits: a single sample or output loses its dimension."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.hidden, self.output = nn.Linear(num_inputs, num_hiddens), nn.Linear(num_hiddens, num_outputs)

        def forward(self, X):
            return self.output(torch.relu(self.hidden(X.flatten(1)))).squeeze()

    return Net()
