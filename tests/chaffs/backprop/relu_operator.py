"""You call torch's own backward operator of the ReLU."""


def relu_backward(dout, X):
    return torch.ops.aten.threshold_backward(dout, X, 0)
