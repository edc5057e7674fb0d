"""You return the scores X W + b, not the probabilities."""


def net(X, W, b):
    return X.reshape(X.shape[0], -1) @ W + b
