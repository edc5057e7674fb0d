"""Your mask is float64 whatever the inputs are."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = (W2.T @ do) * (z > 0).double()
    return dz @ x.T.double() + lambd * W1, do @ h.T + lambd * W2
