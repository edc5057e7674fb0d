"""You index the columns by the labels for every row: a square, not a column."""


def pick(y_hat, y):
    return y_hat[:, y]
