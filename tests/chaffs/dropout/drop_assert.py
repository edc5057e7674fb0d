"""You check the probability by `assert`, which raises AssertionError, not ValueError."""


def dropout(X, drop_prob):
    assert 0 <= drop_prob <= 1
    if drop_prob == 1:
        return torch.zeros_like(X)
    return X * (torch.rand_like(X) >= drop_prob) / (1 - drop_prob)
