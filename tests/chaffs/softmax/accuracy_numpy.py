"""You convert to numpy without copying to the CPU first: scores on a GPU fail."""


def accuracy(y_hat, y):
    return float((y_hat.numpy().argmax(axis=1) == y.numpy()).mean())
