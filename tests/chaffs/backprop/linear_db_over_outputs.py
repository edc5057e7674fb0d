"""You sum over the outputs instead of over the samples."""


def linear_backward(dout, X, W):
    return dout @ W.T, X.T @ dout, dout.sum(dim=1)
