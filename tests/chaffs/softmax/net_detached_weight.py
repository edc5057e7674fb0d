"""You use W.data, so that no gradient reaches the weights."""


def net(X, W, b):
    return softmax(X.reshape(X.shape[0], -1) @ W.data + b)
