"""You multiply the other way round, so each gradient is the transpose of what it should be."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = (W2.T @ do) * (z > 0)
    return (x @ dz.T) + lambd * W1.T, (h @ do.T) + lambd * W2.T
