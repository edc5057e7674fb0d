"""You squeeze the result, which turns a sequence of one entry into a scalar."""


def ewma(xs, gamma):
    ys = [xs[:1]]
    for t in range(1, len(xs)):
        ys.append(gamma * ys[-1] + (1 - gamma) * xs[t : t + 1])
    return torch.cat(ys).squeeze()
