"""You return the first of several elements without a word."""


def to_number(x):
    if x.numel() == 0:
        raise ValueError("no element")
    return x.flatten()[0].item()
