"""You average over all entries; only the samples are averaged, the outputs are summed."""


def objective(o, y, W1, W2, lambd):
    penalty = lambd / 2 * ((W1**2).sum() + (W2**2).sum())
    return ((o - y) ** 2).mean() / 2 + penalty
