"""You subtract y from o in place, in the caller's outputs."""


def objective(o, y, W1, W2, lambd):
    penalty = lambd / 2 * ((W1**2).sum() + (W2**2).sum())
    o -= y
    return (o**2).sum() / (2 * o.shape[1]) + penalty
