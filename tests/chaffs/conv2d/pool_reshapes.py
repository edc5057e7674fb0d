"""You reshape the image into blocks, which only works where windows lie side by side."""


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    if mode not in ("max", "avg"):
        raise ValueError(f"unknown mode {mode!r}")
    size = (pool_size, pool_size) if isinstance(pool_size, int) else pool_size
    step = size if stride is None else (stride, stride) if isinstance(stride, int) else stride
    padded = nn.functional.pad(
        X, (padding[1], padding[1], padding[0], padding[0]), value=-torch.inf if mode == "max" else 0.0
    )
    h, w = padded.shape[-2] // size[0], padded.shape[-1] // size[1]
    blocks = padded[..., : h * size[0], : w * size[1]].unflatten(-1, (w, size[1])).unflatten(-3, (h, size[0]))
    return blocks.amax((-3, -1)) if mode == "max" else blocks.mean((-3, -1))
