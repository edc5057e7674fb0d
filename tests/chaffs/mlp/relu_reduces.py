"""You call max with a dim where a second tensor is meant: it takes the largest entry of each column."""


def relu(X):
    return torch.max(X, 0).values
