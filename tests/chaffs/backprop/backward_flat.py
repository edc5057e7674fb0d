"""You flatten the gradients; each has the shape of its matrix."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = (W2.T @ do) * (z > 0)
    return (dz @ x.T + lambd * W1).flatten(), (do @ h.T + lambd * W2).flatten()
