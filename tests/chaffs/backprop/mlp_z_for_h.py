"""You use the hidden layer before its ReLU for the gradient of W2."""


def mlp_backward(X, y, params):
    W1, b1, W2, b2 = params
    Z = X @ W1 + b1
    H = Z.relu()
    _, dlogits = softmax_cross_entropy_backward(H @ W2 + b2, y)
    dH, dW2, db2 = linear_backward(dlogits, Z, W2)
    _, dW1, db1 = linear_backward(relu_backward(dH, Z), X, W1)
    return [dW1, db1, dW2, db2]
