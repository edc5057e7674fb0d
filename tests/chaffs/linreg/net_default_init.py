"""You keep nn.Linear's own initialisation."""


def linreg_net(num_inputs):
    linear = nn.Linear(num_inputs, 1)
    return linear
