"""You refuse a kernel larger than the image, though it fits the padded one."""


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("the kernel does not fit")
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    return corr2d(X, K)[:: stride[0], :: stride[1]]
