"""You assert instead of raising ValueError."""


def output_size(n, k, padding=0, stride=1):
    assert k >= 1 and stride >= 1 and padding >= 0 and k <= n + 2 * padding
    return (n + 2 * padding - k) // stride + 1
