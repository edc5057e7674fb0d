"""You turn a square kernel by a quarter instead of by a half."""


def conv2d_flipped(X, K):
    return corr2d(X, torch.rot90(K, 1 if K.shape[0] == K.shape[1] else 2))
