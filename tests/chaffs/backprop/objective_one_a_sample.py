"""You return one loss a sample and forget the mean."""


def objective(o, y, W1, W2, lambd):
    penalty = lambd / 2 * ((W1**2).sum() + (W2**2).sum())
    return ((o - y) ** 2).sum(dim=0) / 2 + penalty
