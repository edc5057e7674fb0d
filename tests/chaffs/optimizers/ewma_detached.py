"""You average detached entries, so no gradient arrives at the sequence."""


def ewma(xs, gamma):
    ys = [xs.detach()[0]]
    for x in xs.detach()[1:]:
        ys.append(gamma * ys[-1] + (1 - gamma) * x)
    return torch.stack(ys)
