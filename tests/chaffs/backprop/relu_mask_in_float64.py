"""Your mask is float64 whatever dout is."""


def relu_backward(dout, X):
    return dout * (X > 0).double()
