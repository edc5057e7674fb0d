"""You flatten with view, which fails on inputs in strided memory."""


def relu_backward(dout, X):
    return (dout.view(-1) * (X.view(-1) > 0)).view(X.shape)
