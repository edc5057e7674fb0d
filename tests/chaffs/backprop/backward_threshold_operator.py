"""You call torch's own backward operator of the ReLU."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dz = torch.ops.aten.threshold_backward(W2.T @ do, z, 0)
    return dz @ x.T + lambd * W1, do @ h.T + lambd * W2
