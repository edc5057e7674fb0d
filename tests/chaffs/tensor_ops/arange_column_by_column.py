"""You count down the columns instead of along the rows."""


def arange_matrix(rows, cols, dtype=torch.float32, device=None):
    return torch.arange(rows * cols, dtype=dtype, device=device).view(cols, rows).t()
