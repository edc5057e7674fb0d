"""You subtract the negative part through .data, so that the gradient passes everywhere."""


def relu(X):
    return X - X.data.clamp(max=0)
