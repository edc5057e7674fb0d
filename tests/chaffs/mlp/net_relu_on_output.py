"""You put a ReLU after the output layer too."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(num_inputs, num_hiddens),
        nn.ReLU(),
        nn.Linear(num_hiddens, num_outputs),
        nn.ReLU(),
    )
