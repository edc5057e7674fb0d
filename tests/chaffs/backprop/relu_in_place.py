"""You write the zeros into the caller's dout."""


def relu_backward(dout, X):
    dout[X <= 0] = 0
    return dout
