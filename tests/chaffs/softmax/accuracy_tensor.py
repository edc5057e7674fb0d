"""You return a tensor, not a Python number."""


def accuracy(y_hat, y):
    return (y_hat.argmax(dim=1) == y).float().mean()
