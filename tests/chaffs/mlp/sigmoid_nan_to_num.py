"""You repair NaN in the result: the gradient is still NaN."""


def sigmoid(X):
    return torch.nan_to_num(torch.exp(X) / (1 + torch.exp(X)), nan=1.0)
