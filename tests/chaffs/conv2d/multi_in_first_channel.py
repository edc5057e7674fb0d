"""You look at the first channel only."""


def corr2d_multi_in(X, K):
    return corr2d(X[0], K[0])
