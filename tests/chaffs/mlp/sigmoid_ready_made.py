"""You call torch's sigmoid instead of writing it."""


def sigmoid(X):
    return torch.sigmoid(X)
