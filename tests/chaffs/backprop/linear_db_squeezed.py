"""You squeeze the sum, so with one output the bias's gradient loses its dim."""


def linear_backward(dout, X, W):
    return dout @ W.T, X.T @ dout, dout.sum(dim=0).squeeze()
