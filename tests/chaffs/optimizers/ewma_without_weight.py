"""You add the whole new entry; an average gives it the weight 1 − γ."""


def ewma(xs, gamma):
    ys = [xs[0]]
    for x in xs[1:]:
        ys.append(gamma * ys[-1] + x)
    return torch.stack(ys)
