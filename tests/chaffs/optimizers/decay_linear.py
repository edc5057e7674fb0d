"""You multiply by a·t; the rate is multiplied by a once in each of t steps."""


def decayed_lr(lr, a, t):
    return lr * a * t
