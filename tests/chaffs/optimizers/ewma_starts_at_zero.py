"""You start the average at zero, so the first averages are too small."""


def ewma(xs, gamma):
    y, ys = torch.zeros_like(xs[0]), []
    for x in xs:
        y = gamma * y + (1 - gamma) * x
        ys.append(y)
    return torch.stack(ys)
