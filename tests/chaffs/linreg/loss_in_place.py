"""You subtract the labels from the caller's predictions in place."""


def squared_loss(y_hat, y):
    y_hat.data -= y.reshape(y_hat.shape)
    return y_hat**2 / 2
