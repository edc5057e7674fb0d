"""You compare the kernel with the input before padding, and refuse what fits."""


def output_size(n, k, padding=0, stride=1):
    if k < 1 or stride < 1 or padding < 0 or k > n:
        raise ValueError("no such size")
    return (n + 2 * padding - k) // stride + 1
