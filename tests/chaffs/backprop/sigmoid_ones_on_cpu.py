"""You subtract from ones that lie on the CPU."""


def sigmoid_backward(dout, out):
    return dout * out * (torch.ones(out.shape, dtype=out.dtype) - out)
