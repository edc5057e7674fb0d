"""You give the transpose of the weights' gradient, (q, d)."""


def linear_backward(dout, X, W):
    return dout @ W.T, dout.T @ X, dout.sum(dim=0)
