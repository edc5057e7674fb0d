"""You take the zeros from the CPU."""


def relu_backward(dout, X):
    return torch.where(X > 0, dout, torch.zeros(X.shape, dtype=X.dtype))
