"""You make the strides up from the shape, which is wrong for images that are not contiguous."""


def corr2d_multi_in(X, K):
    (c, h, w), (_, kh, kw) = X.shape, K.shape
    windows = X.as_strided((h - kh + 1, w - kw + 1, c, kh, kw), (w, 1, h * w, w, 1))
    return torch.tensordot(windows, K, dims=3)
