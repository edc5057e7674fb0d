"""You gather the slopes on the CPU."""


def numerical_gradient(f, x, eps=1e-5):
    gradient = torch.zeros(x.shape, dtype=x.dtype)
    for index in torch.ones(x.shape).nonzero().tolist():
        index = tuple(index)
        old = x[index].item()
        x[index] = old + eps
        above = f(x)
        x[index] = old - eps
        below = f(x)
        gradient[index] = float(above - below) / (2 * eps)
        x[index] = old
    return gradient
