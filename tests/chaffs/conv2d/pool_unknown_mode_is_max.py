"""You take every mode but avg for the maximum."""


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    size = (pool_size, pool_size) if isinstance(pool_size, int) else pool_size
    step = size if stride is None else (stride, stride) if isinstance(stride, int) else stride
    padded = nn.functional.pad(
        X, (padding[1], padding[1], padding[0], padding[0]), value=0.0 if mode == "avg" else -torch.inf
    )
    windows = padded.unfold(-2, size[0], step[0]).unfold(-2, size[1], step[1])
    return windows.mean((-2, -1)) if mode == "avg" else windows.amax((-2, -1))
