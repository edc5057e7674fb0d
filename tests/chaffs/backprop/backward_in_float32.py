"""You compute in float32 and cast back, which loses what float64 had."""


def backward(x, y, W1, W2, lambd):
    dtype = x.dtype
    x, y, W1, W2 = x.float(), y.float(), W1.float(), W2.float()
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = (W2.T @ do) * (z > 0)
    return (dz @ x.T + lambd * W1).to(dtype), (do @ h.T + lambd * W2).to(dtype)
