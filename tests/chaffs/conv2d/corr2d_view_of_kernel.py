"""You flatten the kernel with `view`, which fails where it is not contiguous."""


def corr2d(X, K):
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return windows.flatten(2) @ K.view(-1)
