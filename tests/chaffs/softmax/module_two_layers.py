"""You stack two linear layers where softmax regression has one."""


def softmax_regression_net(num_inputs, num_outputs):
    linear = nn.Linear(num_inputs, num_outputs)
    nn.init.normal_(linear.weight, mean=0.0, std=0.01)
    nn.init.zeros_(linear.bias)
    return nn.Sequential(FlattenLayer(), nn.Linear(num_inputs, num_inputs), linear)
