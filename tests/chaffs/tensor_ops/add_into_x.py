"""You add into x instead of into y."""


def add_inplace(y, x):
    x.add_(y)
    return y
