"""You choose between two formulas with where, but the dropped one overflows and its gradient is NaN."""


def tanh(X):
    right = (1 - torch.exp(-2 * X)) / (1 + torch.exp(-2 * X))
    left = (torch.exp(2 * X) - 1) / (torch.exp(2 * X) + 1)
    return torch.where(X >= 0, right, left)
