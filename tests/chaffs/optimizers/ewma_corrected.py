"""You start at zero and correct for it as Adam does; here the average starts at the first entry."""


def ewma(xs, gamma):
    y, ys = torch.zeros_like(xs[0]), []
    for t, x in enumerate(xs, start=1):
        y = gamma * y + (1 - gamma) * x
        ys.append(y / (1 - gamma**t))
    return torch.stack(ys)
