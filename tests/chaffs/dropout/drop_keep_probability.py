"""You keep entries with probability drop_prob instead of dropping them with it."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    if drop_prob in (0, 1):
        return X * (1 - drop_prob)
    return X * (torch.rand_like(X) < drop_prob) / (1 - drop_prob)
