"""You rely on `item`, which raises another error than the one asked for."""


def to_number(x):
    return x.item()
