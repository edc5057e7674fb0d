"""You add the rows of dout up in its own first row."""


def linear_backward(dout, X, W):
    dX, dW = dout @ W.T, X.T @ dout
    for row in dout[1:]:
        dout[0] += row
    return dX, dW, dout[0].clone()
