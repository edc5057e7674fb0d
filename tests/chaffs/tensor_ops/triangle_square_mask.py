"""You take it for granted that A is square."""


def upper_triangle(A):
    return A * torch.ones(len(A), len(A), dtype=A.dtype, device=A.device).triu()
