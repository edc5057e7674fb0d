"""You call torch.normal and drop its result, so the initialisation never changes."""


def linreg_net(num_inputs):
    linear = nn.Linear(num_inputs, 1)
    torch.normal(0.0, 0.01, linear.weight.shape)
    nn.init.zeros_(linear.bias)
    return linear
