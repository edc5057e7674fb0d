"""You count the rows to drop from the end; with none to drop, your slice is empty."""


def head_view(x, n):
    return x[: n - len(x)]
