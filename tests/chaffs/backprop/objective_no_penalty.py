"""You leave out the penalty."""


def objective(o, y, W1, W2, lambd):
    loss = ((o - y) ** 2).sum() / (2 * o.shape[1])
    return loss
