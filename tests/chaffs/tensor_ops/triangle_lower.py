"""You keep the lower triangle."""


def upper_triangle(A):
    return torch.tril(A)
