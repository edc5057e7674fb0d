"""You size your one-hot mask by the largest label of the batch instead of by y_hat's columns."""


def picked_probability(y_hat, y):
    mask = one_hot(y, int(y.max()) + 1).to(y_hat.dtype)
    return (y_hat * mask).sum(dim=1, keepdim=True)
