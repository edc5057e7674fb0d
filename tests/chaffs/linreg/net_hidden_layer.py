"""You put a hidden layer in between, which is no longer linear regression's one layer."""


def linreg_net(num_inputs):
    net = nn.Sequential(nn.Linear(num_inputs, num_inputs), nn.Linear(num_inputs, 1))
    for layer in net:
        nn.init.normal_(layer.weight, std=0.01)
        nn.init.zeros_(layer.bias)
    return net
