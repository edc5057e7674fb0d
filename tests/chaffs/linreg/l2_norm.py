"""You halve the norm itself instead of its square."""


def l2_penalty(w):
    return w.norm() / 2
