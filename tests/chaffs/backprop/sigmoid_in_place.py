"""You build the derivative in the caller's out."""


def sigmoid_backward(dout, out):
    return out.mul_(1 - out) * dout
