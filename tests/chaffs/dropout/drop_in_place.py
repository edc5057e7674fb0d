"""You zero the entries in the caller's tensor."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    if drop_prob == 1:
        return X * 0
    with torch.no_grad():
        X[torch.rand_like(X) < drop_prob] = 0
    return X / (1 - drop_prob)
