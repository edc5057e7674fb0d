"""You return a Python number, from which no backward can start."""


def mean_cross_entropy(y_hat, y):
    return cross_entropy(y_hat, y).mean().item()
