"""You reshape the image to (h·w, ci), which mixes pixels and channels; it takes a transpose."""


def corr2d_1x1(X, K):
    ci, h, w = X.shape
    pixels = X.reshape(h * w, ci)
    return (pixels @ K.reshape(len(K), ci).T).T.reshape(len(K), h, w)
