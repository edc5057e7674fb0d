"""You penalise W2 only; both matrices count."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = (W2.T @ do) * (z > 0)
    return dz @ x.T, do @ h.T + lambd * W2
