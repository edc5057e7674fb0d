"""You squeeze the result, so sizes of 1 are lost."""


def relu_backward(dout, X):
    return (dout * (X > 0)).squeeze()
