"""You return a 0-dim tensor instead of a Python number."""


def to_number(x):
    if x.numel() != 1:
        raise ValueError("not one element")
    return x.squeeze()
