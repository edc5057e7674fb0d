"""You flip the kernel: that is the true convolution, not the cross-correlation."""


def corr2d(X, K):
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return (windows * K.flip(0, 1)).sum((2, 3))
