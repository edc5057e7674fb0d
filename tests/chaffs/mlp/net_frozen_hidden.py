"""You freeze the hidden layer: only the output layer learns."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(num_inputs, num_hiddens), nn.ReLU(), nn.Linear(num_hiddens, num_outputs)
    )
    net[1].requires_grad_(False)
    return net
