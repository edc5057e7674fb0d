"""You zero entries, but do not scale up the ones that are left."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    return X * (torch.rand_like(X) >= drop_prob)
