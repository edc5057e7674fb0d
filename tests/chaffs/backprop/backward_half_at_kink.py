"""You count the ReLU's derivative at 0 as a half."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = (W2.T @ do) * (z.sign() + 1) / 2
    return dz @ x.T + lambd * W1, do @ h.T + lambd * W2
