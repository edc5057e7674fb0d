"""You use view, which refuses images whose memory does not lie in order."""


def flatten_images(X):
    return X.view(X.shape[0], -1)
