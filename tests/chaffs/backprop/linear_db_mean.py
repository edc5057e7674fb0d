"""You average dout over the samples for the bias; the mean, if any, already is in dout."""


def linear_backward(dout, X, W):
    return dout @ W.T, X.T @ dout, dout.mean(dim=0)
