"""You forget the minus in the exponent: yours falls where the sigmoid climbs."""


def sigmoid(X):
    return 1 / (1 + torch.exp(X))
