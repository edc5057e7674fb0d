"""You average over all n·q entries of the one-hot mask, most of which are 0."""


def mean_cross_entropy(y_hat, y):
    return -(one_hot(y, y_hat.shape[1]) * y_hat.log()).mean()
