"""You let only positive gradients through, where X is positive."""


def relu_backward(dout, X):
    return dout.relu() * (X > 0)
