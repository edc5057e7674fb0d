"""You flatten with the samples as the last dimension, which mixes numbers of different samples."""


def net(X, W, b):
    return softmax(X.reshape(-1, X.shape[0]).T @ W + b)
