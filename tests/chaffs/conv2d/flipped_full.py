"""You return the full convolution, which lets the kernel hang over the image's edges."""


def conv2d_flipped(X, K):
    kh, kw = K.shape
    return corr2d(torch.nn.functional.pad(X, (kw - 1, kw - 1, kh - 1, kh - 1)), K.flip(0, 1))
