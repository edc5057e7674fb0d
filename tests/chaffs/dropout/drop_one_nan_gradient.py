"""You divide by 0 in the branch that `where` does not take: its gradient is nan all the same."""


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    scaled = X / torch.tensor(1 - drop_prob, dtype=X.dtype)
    return torch.where(torch.rand_like(X) >= drop_prob, scaled, 0)
