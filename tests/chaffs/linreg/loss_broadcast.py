"""You subtract (n,) labels from (n, 1) predictions: broadcasting pairs every prediction with every label."""


def squared_loss(y_hat, y):
    return (y_hat - y) ** 2 / 2
