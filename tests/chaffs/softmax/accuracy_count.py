"""You return how many rows are right, not their share."""


def accuracy(y_hat, y):
    return float((y_hat.argmax(dim=1) == y).sum().item())
