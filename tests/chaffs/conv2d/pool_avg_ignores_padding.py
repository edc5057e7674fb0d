"""You leave the padding out of the average's count."""


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    if mode not in ("max", "avg"):
        raise ValueError(f"unknown mode {mode!r}")
    size = (pool_size, pool_size) if isinstance(pool_size, int) else pool_size
    step = size if stride is None else (stride, stride) if isinstance(stride, int) else stride
    ones = nn.functional.pad(torch.ones_like(X), (padding[1], padding[1], padding[0], padding[0]))
    count = ones.unfold(-2, size[0], step[0]).unfold(-2, size[1], step[1]).sum((-2, -1))
    padded = nn.functional.pad(
        X, (padding[1], padding[1], padding[0], padding[0]), value=-torch.inf if mode == "max" else 0.0
    )
    windows = padded.unfold(-2, size[0], step[0]).unfold(-2, size[1], step[1])
    return windows.amax((-2, -1)) if mode == "max" else windows.sum((-2, -1)) / count
