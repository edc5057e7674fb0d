"""You seed the generator inside the function, so every net starts with the same weights."""


def linreg_net(num_inputs):
    torch.manual_seed(0)
    linear = nn.Linear(num_inputs, 1)
    nn.init.normal_(linear.weight, mean=0.0, std=0.01)
    nn.init.zeros_(linear.bias)
    return linear
