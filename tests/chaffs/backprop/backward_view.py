"""You transpose with view, which needs contiguous memory and does not transpose."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = (W2.view(W2.shape[1], W2.shape[0]) @ do) * (z > 0)
    return dz @ x.T + lambd * W1, do @ h.T + lambd * W2
