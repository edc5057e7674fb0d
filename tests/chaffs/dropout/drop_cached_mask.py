"""You keep the mask of the first call for all later inputs of that shape."""

_masks = {}


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    if drop_prob == 1:
        return X * 0
    key = (X.shape, drop_prob)
    if key not in _masks:
        _masks[key] = torch.rand(X.shape) >= drop_prob
    return X * _masks[key].to(X.device) / (1 - drop_prob)
