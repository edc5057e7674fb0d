"""You ask whether the label's probability exceeds one half, not whether it is the largest."""


def accuracy(y_hat, y):
    return (y_hat.gather(1, y.reshape(-1, 1)) > 0.5).float().mean().item()
