"""You divide by the probability of being dropped instead of the probability of being kept."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    if drop_prob == 1:
        return X * 0
    if drop_prob == 0:
        return X
    return X * (torch.rand_like(X) >= drop_prob) / drop_prob
