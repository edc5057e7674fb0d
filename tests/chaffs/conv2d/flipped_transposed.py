"""You transpose a square kernel instead of flipping it both ways."""


def conv2d_flipped(X, K):
    return corr2d(X, K.T if K.shape[0] == K.shape[1] else K.flip(0, 1))
