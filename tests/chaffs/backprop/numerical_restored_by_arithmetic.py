"""You step back by adding and subtracting eps, which rounding does not undo."""


def numerical_gradient(f, x, eps=1e-5):
    gradient = torch.zeros_like(x)
    for index in torch.ones(x.shape).nonzero().tolist():
        index = tuple(index)
        old = x[index].item()
        x[index] += eps
        above = f(x)
        x[index] -= 2 * eps
        below = f(x)
        x[index] += eps
        gradient[index] = (above - below) / (2 * eps)
    return gradient
