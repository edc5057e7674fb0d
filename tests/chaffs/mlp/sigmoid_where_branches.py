"""You choose between two formulas with where, but the dropped one overflows and its gradient is NaN."""


def sigmoid(X):
    return torch.where(X >= 0, 1 / (1 + torch.exp(-X)), torch.exp(X) / (1 + torch.exp(X)))
