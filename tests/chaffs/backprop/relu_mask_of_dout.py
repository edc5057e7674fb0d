"""You look at dout's sign instead of X's."""


def relu_backward(dout, X):
    return dout * (dout > 0)
