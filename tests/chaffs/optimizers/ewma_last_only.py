"""You return the last average alone."""


def ewma(xs, gamma):
    y = xs[0]
    for x in xs[1:]:
        y = gamma * y + (1 - gamma) * x
    return y
