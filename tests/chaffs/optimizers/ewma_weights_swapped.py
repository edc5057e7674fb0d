"""You weigh the past with 1 − γ and the new entry with γ."""


def ewma(xs, gamma):
    ys = [xs[0]]
    for x in xs[1:]:
        ys.append((1 - gamma) * ys[-1] + gamma * x)
    return torch.stack(ys)
