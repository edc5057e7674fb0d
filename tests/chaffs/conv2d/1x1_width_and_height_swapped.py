"""You exchange height and width on the way back to an image."""


def corr2d_1x1(X, K):
    ci, h, w = X.shape
    return (K.reshape(len(K), ci) @ X.reshape(ci, h * w)).reshape(len(K), w, h)
