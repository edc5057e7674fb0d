"""You give the ones x's shape instead of the shape that was asked for."""


def ones_matching(x, shape):
    return torch.ones_like(x)
