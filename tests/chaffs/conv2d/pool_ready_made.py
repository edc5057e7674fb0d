"""You call torch's own pooling."""


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    if mode not in ("max", "avg"):
        raise ValueError(f"unknown mode {mode!r}")
    size = (pool_size, pool_size) if isinstance(pool_size, int) else pool_size
    step = size if stride is None else (stride, stride) if isinstance(stride, int) else stride
    pool = nn.functional.max_pool2d if mode == "max" else nn.functional.avg_pool2d
    channels = X.reshape(-1, *X.shape[-2:])
    return pool(channels, size, step, padding).reshape(*X.shape[:-2], *pool(channels, size, step, padding).shape[-2:])
