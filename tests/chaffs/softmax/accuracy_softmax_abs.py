"""You compare absolute values: a large negative score is no large score."""


def accuracy(y_hat, y):
    return (y_hat.abs().argmax(dim=1) == y).float().mean().item()
