"""You leave the layer with torch's default initialisation of the weight."""


def softmax_regression_net(num_inputs, num_outputs):
    linear = nn.Linear(num_inputs, num_outputs)
    nn.init.zeros_(linear.bias)
    return nn.Sequential(FlattenLayer(), linear)
