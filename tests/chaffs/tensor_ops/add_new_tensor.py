"""You bind the name y to a new tensor; the caller's y stays as it was."""


def add_inplace(y, x):
    y = y + x
    return y
