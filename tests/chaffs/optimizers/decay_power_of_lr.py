"""You raise the rate as well to the power t."""


def decayed_lr(lr, a, t):
    return (lr * a) ** t
