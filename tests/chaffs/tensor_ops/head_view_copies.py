"""You index with a list of positions, which copies, where a view was asked for."""


def head_view(x, n):
    return x[list(range(n))]
