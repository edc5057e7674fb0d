"""You overwrite the gradient in the loop over samples instead of adding to it."""


def linear_backward(dout, X, W):
    for x, g in zip(X, dout):
        dW, db = torch.outer(x, g), g
    return dout @ W.T, dW, db
