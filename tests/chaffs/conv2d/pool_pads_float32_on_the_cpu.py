"""You copy the image into a buffer of the default dtype on the CPU."""


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    if mode not in ("max", "avg"):
        raise ValueError(f"unknown mode {mode!r}")
    size = (pool_size, pool_size) if isinstance(pool_size, int) else pool_size
    step = size if stride is None else (stride, stride) if isinstance(stride, int) else stride
    (ph, pw), (h, w) = padding, X.shape[-2:]
    padded = torch.full((*X.shape[:-2], h + 2 * ph, w + 2 * pw), -torch.inf if mode == "max" else 0.0)
    padded[..., ph : ph + h, pw : pw + w] = X
    windows = padded.unfold(-2, size[0], step[0]).unfold(-2, size[1], step[1])
    return windows.amax((-2, -1)) if mode == "max" else windows.mean((-2, -1))
