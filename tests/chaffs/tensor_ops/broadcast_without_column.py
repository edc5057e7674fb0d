"""You add the vectors as they are, which pairs entry with entry."""


def broadcast_add(x, y):
    return x + y
