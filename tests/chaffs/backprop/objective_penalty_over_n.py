"""You divide the penalty by the number of samples, as one formula of the notes does; here it is added once."""


def objective(o, y, W1, W2, lambd):
    loss = ((o - y) ** 2).sum() / (2 * o.shape[1])
    return loss + lambd / 2 / o.shape[1] * ((W1**2).sum() + (W2**2).sum())
