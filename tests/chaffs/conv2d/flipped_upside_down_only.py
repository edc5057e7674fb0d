"""You flip the kernel upside down but not left to right."""


def conv2d_flipped(X, K):
    return corr2d(X, K.flip(0))
