"""You draw around 0.01 instead of around zero."""


def linreg_net(num_inputs):
    linear = nn.Linear(num_inputs, 1)
    nn.init.normal_(linear.weight, mean=0.01, std=0.01)
    nn.init.zeros_(linear.bias)
    return linear
