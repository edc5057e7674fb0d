"""You add the penalty into the caller's weights."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = (W2.T @ do) * (z > 0)
    return W1.mul_(lambd).add_(dz @ x.T), W2.mul_(lambd).add_(do @ h.T)
