"""You make the strides up from the shape, which is wrong for an image that is not contiguous."""


def corr2d(X, K):
    (h, w), (kh, kw) = X.shape, K.shape
    windows = torch.as_strided(X, (h - kh + 1, w - kw + 1, kh, kw), (w, 1, w, 1))
    return (windows * K).sum((2, 3))
