"""You forget the factor 2 in the exponent: that is tanh of half the entry."""


def tanh(X):
    exps = torch.exp(-X.clamp(-40, 40))
    return (1 - exps) / (1 + exps)
