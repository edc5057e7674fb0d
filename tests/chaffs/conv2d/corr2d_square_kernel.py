"""You take the kernel's height for its width as well, as if every kernel were square."""


def corr2d(X, K):
    k = K.shape[0]
    return (X.unfold(0, k, 1).unfold(1, k, 1) * K).sum((2, 3))
