"""You do not check that the kernel fits and return sizes of 0 and below."""


def output_size(n, k, padding=0, stride=1):
    if k < 1 or stride < 1 or padding < 0:
        raise ValueError("no such size")
    return (n + 2 * padding - k) // stride + 1
