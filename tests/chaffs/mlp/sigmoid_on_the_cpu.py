"""You make ones on the CPU, wherever X is."""


def sigmoid(X):
    ones = torch.ones(X.shape, dtype=X.dtype)
    return ones / (ones + torch.exp(-X.clamp(min=-80)))
