"""You return dW2 first; dW1 comes first."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = (W2.T @ do) * (z > 0)
    return do @ h.T + lambd * W2, dz @ x.T + lambd * W1
