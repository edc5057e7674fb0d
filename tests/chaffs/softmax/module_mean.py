"""You swap the arguments of normal_: 0.01 is the mean, and every weight is the same."""


def softmax_regression_net(num_inputs, num_outputs):
    linear = nn.Linear(num_inputs, num_outputs)
    nn.init.normal_(linear.weight, mean=0.01, std=0.0)
    nn.init.zeros_(linear.bias)
    return nn.Sequential(FlattenLayer(), linear)
