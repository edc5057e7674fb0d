"""You index columns with y_hat[:, y], which gives every sample's probabilities of every label."""


def picked_probability(y_hat, y):
    return y_hat[:, y]
