"""You squeeze the error, so a batch of one is no longer a matrix."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y).squeeze() / x.shape[1]
    dz = (W2.T @ do) * (z > 0)
    return dz @ x.T + lambd * W1, do @ h.T + lambd * W2
