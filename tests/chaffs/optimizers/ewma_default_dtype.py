"""You collect the averages in a tensor of the default dtype."""


def ewma(xs, gamma):
    ys = torch.zeros(len(xs), device=xs.device)
    ys[0] = xs[0]
    for t in range(1, len(xs)):
        ys[t] = gamma * ys[t - 1] + (1 - gamma) * xs[t]
    return ys
