"""You divide by n in the error and again in each product."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = (W2.T @ do) * (z > 0)
    n = x.shape[1]
    return dz @ x.T / n + lambd * W1, do @ h.T / n + lambd * W2
