"""You gather the bias's gradient in a buffer on the CPU."""


def linear_backward(dout, X, W):
    db = torch.zeros(dout.shape[1], dtype=dout.dtype)
    for row in dout:
        db = db + row
    return dout @ W.T, X.T @ dout, db
