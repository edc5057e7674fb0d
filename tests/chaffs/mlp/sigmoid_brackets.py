"""You forget the brackets: 1 / 1 comes first, and exp is added to it."""


def sigmoid(X):
    return 1 / 1 + torch.exp(-X)
