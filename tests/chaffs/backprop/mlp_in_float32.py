"""You compute in float32 and cast back, which loses what float64 had."""


def mlp_backward(X, y, params):
    W1, b1, W2, b2 = (p.float() for p in params)
    X, dtype = X.float(), X.dtype
    Z = X @ W1 + b1
    H = Z.relu()
    _, dlogits = softmax_cross_entropy_backward(H @ W2 + b2, y)
    dH, dW2, db2 = linear_backward(dlogits, H, W2)
    _, dW1, db1 = linear_backward(relu_backward(dH, Z), X, W1)
    return [grad.to(dtype) for grad in (dW1, db1, dW2, db2)]
