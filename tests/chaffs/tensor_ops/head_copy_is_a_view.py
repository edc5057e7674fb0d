"""You think that a slice copies, as it does for a Python list."""


def head_copy(x, n):
    return x[:n]
