"""You take the softmax over the samples (dim 0) instead of over the classes."""


def net(X, W, b):
    return torch.softmax(X.reshape(X.shape[0], -1) @ W + b, dim=0)
