"""You turn the caller's X into a mask."""


def relu_backward(dout, X):
    return X.gt_(0) * dout
