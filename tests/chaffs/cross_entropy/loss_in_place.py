"""You take the logarithm in place, in the caller's y_hat."""


def cross_entropy(y_hat, y):
    return -y_hat.log_().gather(1, y.view(-1, 1))
