"""You return the derivative alone and forget to multiply it with dout."""


def relu_backward(dout, X):
    return (X > 0).to(X.dtype)
