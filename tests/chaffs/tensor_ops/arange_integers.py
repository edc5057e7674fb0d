"""You leave the dtype to torch, which counts in int64."""


def arange_matrix(rows, cols, dtype=None, device=None):
    return torch.arange(rows * cols, dtype=dtype, device=device).view(rows, cols)
