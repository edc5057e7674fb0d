"""You overwrite the caller's tensor with its sigmoid."""


def sigmoid_grad(X):
    out = X.detach().sigmoid_()
    return out * (1 - out)
