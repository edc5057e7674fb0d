"""You accept any number as a probability."""


def dropout(X, drop_prob):
    if drop_prob == 1:
        return X * 0
    return X * (torch.rand_like(X) >= drop_prob) / (1 - drop_prob)
