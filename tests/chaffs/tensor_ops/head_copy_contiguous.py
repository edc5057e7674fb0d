"""You think that contiguous always copies; a head that is contiguous already stays a view."""


def head_copy(x, n):
    return x[:n].contiguous()
