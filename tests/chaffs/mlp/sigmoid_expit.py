"""You call torch's sigmoid under the name expit."""


def sigmoid(X):
    return torch.special.expit(X)
