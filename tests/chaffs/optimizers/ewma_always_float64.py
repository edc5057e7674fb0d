"""You turn everything into float64."""


def ewma(xs, gamma):
    xs = xs.double()
    ys = [xs[0]]
    for x in xs[1:]:
        ys.append(gamma * ys[-1] + (1 - gamma) * x)
    return torch.stack(ys)
