"""You add up in float32 and cast back."""


def objective(o, y, W1, W2, lambd):
    loss = ((o - y) ** 2).sum() / (2 * o.shape[1])
    penalty = lambd / 2 * ((W1**2).sum() + (W2**2).sum())
    return (loss + penalty).float().to(o.dtype)
