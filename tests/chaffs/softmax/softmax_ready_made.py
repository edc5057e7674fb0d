"""You call torch's own softmax, the thing to be written by hand."""


def softmax(X):
    return torch.softmax(X, dim=1)
