"""You keep x itself for the second step instead of a copy of it."""


def numerical_gradient(f, x, eps=1e-5):
    gradient = torch.zeros_like(x)
    for index in torch.ones(x.shape).nonzero().tolist():
        index = tuple(index)
        old = x[index].item()
        up, down = x, x
        up[index] = old + eps
        down[index] = old - eps
        gradient[index] = (f(up) - f(down)) / (2 * eps)
        x[index] = old
    return gradient
