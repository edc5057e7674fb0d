"""You turn the labels into float32."""


def k_fold_split(k, i, X, y):
    if not 2 <= k <= len(X) or not 0 <= i < k:
        raise ValueError("no such fold")
    held_out = torch.arange(len(X), device=X.device) % k == i
    y = y.float()
    return X[~held_out], y[~held_out], X[held_out], y[held_out]
