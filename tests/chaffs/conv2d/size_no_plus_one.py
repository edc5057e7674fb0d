"""You forget the + 1: the first place is there before any step."""


def output_size(n, k, padding=0, stride=1):
    if k < 1 or stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError("no such size")
    return (n + 2 * padding - k) // stride
