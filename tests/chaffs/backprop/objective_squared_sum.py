"""You add the errors first and square the sum, so errors of two signs cancel."""


def objective(o, y, W1, W2, lambd):
    penalty = lambd / 2 * ((W1**2).sum() + (W2**2).sum())
    return ((o - y).sum(dim=0) ** 2).mean() / 2 + penalty
