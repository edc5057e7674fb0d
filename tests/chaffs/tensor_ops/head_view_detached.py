"""You cut the view off from the graph with detach."""


def head_view(x, n):
    return x.detach()[:n]
