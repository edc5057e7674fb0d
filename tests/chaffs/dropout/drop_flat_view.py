"""You flatten by `view`, which fails where the entries are not contiguous."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    if drop_prob == 1:
        return X * 0
    entries = X.view(-1)
    return (entries * (torch.rand_like(entries) >= drop_prob) / (1 - drop_prob)).view(X.shape)
