"""You let a little through where X is negative."""


def relu_backward(dout, X):
    return torch.where(X > 0, dout, 0.01 * dout)
