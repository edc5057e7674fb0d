"""You look for the largest entry of each column instead of each row."""


def accuracy(y_hat, y):
    return (y_hat.argmax(dim=0) == y[: y_hat.shape[1]]).float().mean().item()
