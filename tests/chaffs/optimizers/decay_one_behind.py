"""You decay one step too late."""


def decayed_lr(lr, a, t):
    return lr * a ** max(t - 1, 0)
