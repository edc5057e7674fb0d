"""You bring the predictions to the labels' shape instead of the labels to the predictions' shape."""


def squared_loss(y_hat, y):
    return (y_hat.reshape(y.shape) - y) ** 2 / 2
