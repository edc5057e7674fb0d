"""You take the image to be square."""


def corr2d_1x1(X, K):
    ci, h, _ = X.shape
    return (K.reshape(len(K), ci) @ X.reshape(ci, -1)).reshape(len(K), h, h)
