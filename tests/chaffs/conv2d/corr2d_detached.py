"""You work on `.data`, so no gradient comes back."""


def corr2d(X, K):
    windows = X.data.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return (windows * K.data).sum((2, 3))
