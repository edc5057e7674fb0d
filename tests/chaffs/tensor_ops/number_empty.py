"""You refuse several elements but not none."""


def to_number(x):
    if x.numel() > 1:
        raise ValueError("several elements")
    return x.sum().item()
