"""You do not flatten: images pass through the layers row by row."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    return nn.Sequential(
        nn.Linear(num_inputs, num_hiddens),
        nn.ReLU(),
        nn.Linear(num_hiddens, num_outputs),
    )
