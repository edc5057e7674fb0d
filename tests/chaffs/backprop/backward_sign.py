"""You subtract in the wrong order, so the loss's gradient points downhill."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (y - o) / x.shape[1]
    dz = (W2.T @ do) * (z > 0)
    return dz @ x.T + lambd * W1, do @ h.T + lambd * W2
