"""You forget the minus in the exponent, so the result is no probability."""


def joint_probability(y_hat, y):
    return torch.exp(len(y) * mean_cross_entropy(y_hat, y))
