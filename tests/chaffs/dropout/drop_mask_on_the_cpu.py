"""You draw the mask on the CPU, wherever X is."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    if drop_prob == 1:
        return X * 0
    return X * (torch.rand(X.shape) >= drop_prob) / (1 - drop_prob)
