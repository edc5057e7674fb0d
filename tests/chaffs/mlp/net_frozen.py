"""You freeze the parameters: nothing can be trained."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(num_inputs, num_hiddens), nn.ReLU(), nn.Linear(num_hiddens, num_outputs)
    )
    return net.requires_grad_(False)
