"""You return dW first; dX comes first."""


def linear_backward(dout, X, W):
    return X.T @ dout, dout @ W.T, dout.sum(dim=0)
