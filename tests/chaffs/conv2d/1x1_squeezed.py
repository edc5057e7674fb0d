"""You squeeze the kernels, which drops more than the 1×1 where a channel is single."""


def corr2d_1x1(X, K):
    ci, h, w = X.shape
    return (K.squeeze() @ X.reshape(ci, h * w)).reshape(len(K), h, w)
