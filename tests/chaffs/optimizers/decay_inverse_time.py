"""You divide by 1 + a t, which is another schedule."""


def decayed_lr(lr, a, t):
    return lr / (1 + a * t)
