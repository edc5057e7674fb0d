"""You multiply dout with the ReLU of X instead of with its derivative."""


def relu_backward(dout, X):
    return dout * X.relu()
