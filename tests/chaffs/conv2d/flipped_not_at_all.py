"""You do not flip the kernel: that is the cross-correlation."""


def conv2d_flipped(X, K):
    return corr2d(X, K)
