"""You drop the first entries instead of entries anywhere."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    if drop_prob == 1:
        return X * 0
    places = torch.arange(X.numel(), device=X.device).reshape(X.shape)
    return X * (places >= drop_prob * X.numel()) / (1 - drop_prob)
