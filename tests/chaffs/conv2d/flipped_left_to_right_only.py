"""You flip the kernel left to right but not upside down."""


def conv2d_flipped(X, K):
    return corr2d(X, torch.fliplr(K))
