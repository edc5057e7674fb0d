"""You return a function: it has no parameters() that an optimiser could train."""


def softmax_regression_net(num_inputs, num_outputs):
    W = (0.01 * torch.randn(num_inputs, num_outputs)).requires_grad_()
    b = torch.zeros(num_outputs, requires_grad=True)
    return lambda X: X.reshape(X.shape[0], -1) @ W + b
