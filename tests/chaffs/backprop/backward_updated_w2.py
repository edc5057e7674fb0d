"""You take a step with W2 before its old value has carried the error back."""


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    do = (o - y) / x.shape[1]
    dW2 = do @ h.T + lambd * W2
    W2 = W2 - 0.1 * dW2
    dz = (W2.T @ do) * (z > 0)
    return dz @ x.T + lambd * W1, dW2
