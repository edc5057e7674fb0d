"""You penalise W1 only; both matrices count."""


def objective(o, y, W1, W2, lambd):
    loss = ((o - y) ** 2).sum() / (2 * o.shape[1])
    return loss + lambd / 2 * (W1**2).sum()
