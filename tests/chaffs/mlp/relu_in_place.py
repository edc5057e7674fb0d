"""You set the negative entries of the caller's tensor to 0, instead of those of a new one."""


def relu(X):
    X.data[X < 0] = 0
    return X
