"""You copy the image into the buffer without its graph."""


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    (ph, pw), (h, w) = padding, X.shape
    buffer = X.new_zeros(h + 2 * ph, w + 2 * pw)
    buffer[ph : ph + h, pw : pw + w] = X.detach()
    return corr2d(buffer, K)[:: stride[0], :: stride[1]]
