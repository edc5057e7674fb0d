"""You write the averages over the caller's sequence."""


def ewma(xs, gamma):
    ys = xs.detach()
    for t in range(1, len(xs)):
        ys[t] = gamma * ys[t - 1] + (1 - gamma) * xs[t]
    return xs.clone()
