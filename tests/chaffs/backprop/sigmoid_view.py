"""You flatten with view, which fails on inputs in strided memory."""


def sigmoid_backward(dout, out):
    s = out.view(-1)
    return (dout.view(-1) * s * (1 - s)).view(out.shape)
