"""You detach the predictions, so the loss has no gradient to train with."""


def squared_loss(y_hat, y):
    return (y_hat.detach() - y.reshape(y_hat.shape)) ** 2 / 2
