"""You do not check that the padding is not negative."""


def output_size(n, k, padding=0, stride=1):
    if k < 1 or stride < 1 or k > n + 2 * padding:
        raise ValueError("no such size")
    return (n + 2 * padding - k) // stride + 1
