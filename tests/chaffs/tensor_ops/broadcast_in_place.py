"""You turn the caller's y into a column in place."""


def broadcast_add(x, y):
    return y.unsqueeze_(1) + x
