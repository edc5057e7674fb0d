"""You return a plain function instead of an nn.Module."""


def linreg_net(num_inputs):
    w, b = 0.01 * torch.randn(num_inputs, 1), torch.zeros(1)
    return lambda X: linreg(X, w, b)
