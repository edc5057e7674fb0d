"""You initialise the weights and forget the bias."""


def linreg_net(num_inputs):
    linear = nn.Linear(num_inputs, 1)
    nn.init.normal_(linear.weight, mean=0.0, std=0.01)
    return linear
