"""You change y and forget to return it."""


def add_inplace(y, x):
    y += x
