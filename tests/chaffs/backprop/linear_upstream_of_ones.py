"""You ignore dout, as if all its entries were 1."""


def linear_backward(dout, X, W):
    ones = torch.ones_like(dout)
    return ones @ W.T, X.T @ ones, ones.sum(dim=0)
