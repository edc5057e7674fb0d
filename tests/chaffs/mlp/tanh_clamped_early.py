"""You clamp the entries so early that the tails are cut off."""


def tanh(X):
    exps = torch.exp(-2 * X.clamp(-5, 5))
    return (1 - exps) / (1 + exps)
