"""You divide by the number of rows, the outputs, instead of the number of columns, the samples."""


def objective(o, y, W1, W2, lambd):
    penalty = lambd / 2 * ((W1**2).sum() + (W2**2).sum())
    return ((o - y) ** 2).sum() / (2 * o.shape[0]) + penalty
