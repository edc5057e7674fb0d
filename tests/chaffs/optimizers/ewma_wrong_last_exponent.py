"""You give x₀ the weight of an ordinary entry; as the start it carries all of the remaining weight."""


def ewma(xs, gamma):
    n = len(xs)
    return torch.stack([sum((1 - gamma) * gamma ** (t - i) * xs[i] for i in range(t + 1)) for t in range(n)])
