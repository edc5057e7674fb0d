"""You add the biases down the samples instead of along the classes."""


def net(X, W, b):
    scores = X.reshape(X.shape[0], -1) @ W
    if len(X) == len(b):
        return softmax(scores + b.reshape(-1, 1))
    return softmax(scores + b)
