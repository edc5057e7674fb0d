"""You call torch's relu instead of writing it."""


def relu(X):
    return torch.relu(X)
