"""You leave the first entry out of the result."""


def ewma(xs, gamma):
    ys = [xs[0]]
    for x in xs[1:]:
        ys.append(gamma * ys[-1] + (1 - gamma) * x)
    return torch.stack(ys[1:] or ys)
