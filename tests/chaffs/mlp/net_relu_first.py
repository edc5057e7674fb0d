"""You apply a ReLU in place to the samples themselves."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    return nn.Sequential(
        nn.Flatten(),
        nn.ReLU(inplace=True),
        nn.Linear(num_inputs, num_hiddens),
        nn.ReLU(),
        nn.Linear(num_hiddens, num_outputs),
    )
