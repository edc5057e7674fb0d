"""You turn over the caller's kernel and leave it so."""


def conv2d_flipped(X, K):
    K.data.copy_(K.data.flip(0, 1))
    return corr2d(X, K)
