"""You do not check that the kernel has at least size 1."""


def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError("no such size")
    return (n + 2 * padding - k) // stride + 1
