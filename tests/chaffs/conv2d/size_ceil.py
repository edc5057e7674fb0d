"""You round up: a window that does not fit any more counts too."""

import math


def output_size(n, k, padding=0, stride=1):
    if k < 1 or stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError("no such size")
    return math.ceil((n + 2 * padding - k) / stride) + 1
