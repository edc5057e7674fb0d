"""You detach the probabilities, so backward finds nothing to differentiate."""


def cross_entropy(y_hat, y):
    return -y_hat.detach().gather(1, y.view(-1, 1)).log()
