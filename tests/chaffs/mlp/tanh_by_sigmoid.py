"""You leave the work to torch's sigmoid."""


def tanh(X):
    return 2 * torch.sigmoid(2 * X) - 1
