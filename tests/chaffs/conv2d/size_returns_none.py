"""You return None for arguments that cannot be, instead of raising ValueError."""


def output_size(n, k, padding=0, stride=1):
    if k < 1 or stride < 1 or padding < 0 or k > n + 2 * padding:
        return None
    return (n + 2 * padding - k) // stride + 1
