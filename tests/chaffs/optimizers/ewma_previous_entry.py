"""You average with the entry before, not with the average before."""


def ewma(xs, gamma):
    ys = [xs[0]]
    for t in range(1, len(xs)):
        ys.append(gamma * xs[t - 1] + (1 - gamma) * xs[t])
    return torch.stack(ys)
