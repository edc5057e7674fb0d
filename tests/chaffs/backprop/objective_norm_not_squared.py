"""You add the norms themselves; the penalty has their squares."""


def objective(o, y, W1, W2, lambd):
    loss = ((o - y) ** 2).sum() / (2 * o.shape[1])
    return loss + lambd / 2 * (W1.norm() + W2.norm())
