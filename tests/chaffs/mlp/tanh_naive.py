"""You let exp overflow: for very negative entries the quotient is inf/inf."""


def tanh(X):
    return (1 - torch.exp(-2 * X)) / (1 + torch.exp(-2 * X))
