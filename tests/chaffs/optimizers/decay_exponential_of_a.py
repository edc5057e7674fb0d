"""You take e to the power −a t; here a is the factor itself."""


def decayed_lr(lr, a, t):
    import math

    return lr * math.exp(-a * t)
