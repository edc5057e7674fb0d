"""You call torch's own dropout instead of writing it."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    return torch.nn.functional.dropout(X, drop_prob)
