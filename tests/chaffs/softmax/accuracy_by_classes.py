"""You divide by the number of classes instead of by the number of samples."""


def accuracy(y_hat, y):
    return (y_hat.argmax(dim=1) == y).sum().item() / y_hat.shape[1]
