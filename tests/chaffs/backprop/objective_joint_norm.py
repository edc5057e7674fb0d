"""You square the sum of the two norms instead of summing their squares."""


def objective(o, y, W1, W2, lambd):
    loss = ((o - y) ** 2).sum() / (2 * o.shape[1])
    return loss + lambd / 2 * (W1.norm() + W2.norm()) ** 2
