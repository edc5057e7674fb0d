"""You divide the weights' gradient by n; the mean, if any, already is in dout."""


def linear_backward(dout, X, W):
    return dout @ W.T, X.T @ dout / len(X), dout.sum(dim=0)
