"""You cut off large entries too: that is relu6."""


def relu(X):
    return X.clamp(0, 6)
