"""You keep the outputs away from 0 and 1, so a flat sigmoid still passes something back."""


def sigmoid_backward(dout, out):
    out = out.clamp(1e-4, 1 - 1e-4)
    return dout * out * (1 - out)
