"""You flatten with view, which fails on inputs in strided memory."""


def linear_backward(dout, X, W):
    (n, d), q = X.shape, W.shape[1]
    dW = (X.view(n * d).view(n, d, 1) * dout.view(n * q).view(n, 1, q)).sum(0)
    return dout @ W.T, dW, dout.sum(dim=0)
