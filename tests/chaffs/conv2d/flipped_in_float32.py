"""You convert to float32 on the way and return that."""


def conv2d_flipped(X, K):
    return corr2d(X.float(), K.float().flip(0, 1))
