"""You add the channels up in a buffer without a graph."""


def corr2d_multi_in(X, K):
    total = 0
    for x, k in zip(X.detach(), K.detach(), strict=True):
        total = total + corr2d(x, k)
    return total
