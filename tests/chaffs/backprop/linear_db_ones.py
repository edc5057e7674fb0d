"""You count the samples for the bias and forget dout."""


def linear_backward(dout, X, W):
    return dout @ W.T, X.T @ dout, torch.full_like(W[0], len(X))
