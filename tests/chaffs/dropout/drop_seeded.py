"""You seed the generator in every call, so that every call drops the same entries."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    if drop_prob == 1:
        return X * 0
    torch.manual_seed(0)
    return X * (torch.rand_like(X) >= drop_prob) / (1 - drop_prob)
