"""You clamp the entries so early that the tails are cut off."""


def sigmoid(X):
    X = X.clamp(-10, 10)
    return 1 / (1 + torch.exp(-X))
