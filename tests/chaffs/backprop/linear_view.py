"""You transpose W by view, which keeps the entries in their old order."""


def linear_backward(dout, X, W):
    return dout @ W.reshape(W.shape[1], W.shape[0]), X.T @ dout, dout.sum(dim=0)
