"""You judge by the dimensions instead of by the number of elements."""


def to_number(x):
    if x.dim() > 1 or len(x.reshape(-1)) != 1:
        raise ValueError("not one element")
    return x.item()
