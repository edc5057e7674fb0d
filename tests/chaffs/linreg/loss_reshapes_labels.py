"""You change the shape of the caller's labels in place."""


def squared_loss(y_hat, y):
    if y.dim() == 1:
        y.unsqueeze_(1)
    return (y_hat - y) ** 2 / 2
