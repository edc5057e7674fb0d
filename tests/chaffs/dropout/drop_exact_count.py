"""You always drop the same number of entries, so that they are not independent."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    if drop_prob == 1:
        return X * 0
    ranks = torch.randperm(X.numel()).to(X.device).reshape(X.shape)
    return X * (ranks >= drop_prob * X.numel()) / (1 - drop_prob)
