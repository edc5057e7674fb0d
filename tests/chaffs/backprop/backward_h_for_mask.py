"""You multiply by h itself instead of by its ReLU's derivative."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = (W2.T @ do) * h
    return dz @ x.T + lambd * W1, do @ h.T + lambd * W2
