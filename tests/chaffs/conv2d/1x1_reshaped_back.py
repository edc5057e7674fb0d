"""You reshape (h·w, co) straight to an image, which mixes pixels and channels."""


def corr2d_1x1(X, K):
    ci, h, w = X.shape
    return (X.reshape(ci, h * w).T @ K.reshape(len(K), ci).T).reshape(len(K), h, w)
