"""You make the parameters float64."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(num_inputs, num_hiddens, dtype=torch.float64),
        nn.ReLU(),
        nn.Linear(num_hiddens, num_outputs, dtype=torch.float64),
    )
