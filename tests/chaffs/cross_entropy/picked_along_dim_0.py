"""You gather along dim 0, so the label picks a sample within a class instead of a class within a sample."""


def picked_probability(y_hat, y):
    return y_hat.gather(0, y.view(1, -1)).view(-1, 1)
