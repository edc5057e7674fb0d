"""You put the channels last before you flatten."""


def flatten_images(X):
    return X.permute(0, 2, 3, 1).reshape(X.shape[0], -1)
