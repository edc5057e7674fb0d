"""You switch the biases off."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(num_inputs, num_hiddens, bias=False),
        nn.ReLU(),
        nn.Linear(num_hiddens, num_outputs, bias=False),
    )
