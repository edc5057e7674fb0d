"""You decide for a whole row at once instead of for each entry."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    if drop_prob == 1:
        return X * 0
    draws = torch.rand_like(X.reshape(len(X), -1)[:, 0]).reshape(-1, *[1] * (X.dim() - 1))
    return X * (draws >= drop_prob) / (1 - drop_prob)
