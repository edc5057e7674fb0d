"""You forget the half of the squared error."""


def objective(o, y, W1, W2, lambd):
    penalty = lambd / 2 * ((W1**2).sum() + (W2**2).sum())
    return ((o - y) ** 2).sum() / o.shape[1] + penalty
