"""You create the ReLU's zeros on the CPU."""


def mlp_backward(X, y, params):
    W1, b1, W2, b2 = params
    Z = X @ W1 + b1
    H = torch.maximum(Z, torch.zeros(Z.shape, dtype=Z.dtype))
    _, dlogits = softmax_cross_entropy_backward(H @ W2 + b2, y)
    dH, dW2, db2 = linear_backward(dlogits, H, W2)
    _, dW1, db1 = linear_backward(relu_backward(dH, Z), X, W1)
    return [dW1, db1, dW2, db2]
