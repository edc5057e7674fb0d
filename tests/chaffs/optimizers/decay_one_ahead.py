"""You decay before the first step already."""


def decayed_lr(lr, a, t):
    return lr * a ** (t + 1)
