"""You make the strides up from the shape, which is wrong for images that are not contiguous."""


def corr2d_multi_in_out(X, K):
    (c, h, w), (kh, kw) = X.shape, K.shape[2:]
    windows = X.as_strided((c, h - kh + 1, w - kw + 1, kh, kw), (h * w, w, 1, w, 1))
    return torch.einsum("chwij,ocij->ohw", windows, K)
