"""You take the squared error to the one-hot labels instead of the cross-entropy."""


def mlp_backward(X, y, params):
    W1, b1, W2, b2 = params
    Z = X @ W1 + b1
    H = Z.relu()
    labels = torch.eye(len(b2), dtype=X.dtype, device=X.device)[y]
    dlogits = (H @ W2 + b2 - labels) / len(y)
    dH, dW2, db2 = linear_backward(dlogits, H, W2)
    _, dW1, db1 = linear_backward(relu_backward(dH, Z), X, W1)
    return [dW1, db1, dW2, db2]
