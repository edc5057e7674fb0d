"""You forget the half in λ/2."""


def objective(o, y, W1, W2, lambd):
    loss = ((o - y) ** 2).sum() / (2 * o.shape[1])
    return loss + lambd * ((W1**2).sum() + (W2**2).sum())
