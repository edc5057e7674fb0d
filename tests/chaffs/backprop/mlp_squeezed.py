"""You squeeze the hidden layer, so a batch of one is no longer a matrix."""


def mlp_backward(X, y, params):
    W1, b1, W2, b2 = params
    Z = (X @ W1 + b1).squeeze(0)
    H = Z.relu()
    _, dlogits = softmax_cross_entropy_backward((H @ W2 + b2).reshape(len(y), -1), y)
    dH = dlogits @ W2.T
    dZ = dH * (Z > 0)
    return [X.T @ dZ, dZ.sum(dim=0), H.T @ dlogits, dlogits.sum(dim=0)]
