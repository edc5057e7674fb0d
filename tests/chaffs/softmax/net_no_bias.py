"""You leave out the bias."""


def net(X, W, b):
    return softmax(X.reshape(X.shape[0], -1) @ W)
