"""You average over the batch already here, where each sample's own loss is asked for."""


def cross_entropy(y_hat, y):
    return -y_hat.gather(1, y.view(-1, 1)).log().mean()
