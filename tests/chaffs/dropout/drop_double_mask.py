"""You multiply by numpy's float64 mask, which turns float32 into float64."""

import numpy as np


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError("drop_prob must be in [0, 1]")
    if drop_prob == 1:
        return X * 0
    mask = np.random.rand(*X.shape) >= drop_prob
    return X * torch.from_numpy(mask.astype(float)).to(X.device) / (1 - drop_prob)
