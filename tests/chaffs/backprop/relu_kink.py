"""You count the derivative at 0 as 1."""


def relu_backward(dout, X):
    return dout * (X >= 0)
