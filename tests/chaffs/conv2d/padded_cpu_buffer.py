"""You copy the image into zeros on the CPU."""


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    (ph, pw), (h, w) = padding, X.shape
    buffer = torch.zeros(h + 2 * ph, w + 2 * pw, dtype=X.dtype)
    buffer[ph : ph + h, pw : pw + w] = X
    return corr2d(buffer, K)[:: stride[0], :: stride[1]]
