"""You copy through numpy or torch.tensor, and no gradient comes back to x."""


def head_copy(x, n):
    return torch.tensor(x[:n].tolist(), dtype=x.dtype, device=x.device).reshape(n, x.shape[1])
