"""You return a column; the averages are a sequence like the entries."""


def ewma(xs, gamma):
    ys = [xs[:1]]
    for t in range(1, len(xs)):
        ys.append(gamma * ys[-1] + (1 - gamma) * xs[t : t + 1])
    return torch.stack(ys)
