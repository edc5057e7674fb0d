"""You divide with `/` and round down to a float."""


def output_size(n, k, padding=0, stride=1):
    if k < 1 or stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError("no such size")
    return float((n + 2 * padding - k) // stride + 1)
