"""You give y new memory through `.data`: other views of y never see the sum."""


def add_inplace(y, x):
    y.data = y + x
    return y
