"""You subtract the steps in the wrong order."""


def numerical_gradient(f, x, eps=1e-5):
    gradient = torch.zeros_like(x)
    for index in torch.ones(x.shape).nonzero().tolist():
        index = tuple(index)
        old = x[index].item()
        x[index] = old + eps
        above = f(x)
        x[index] = old - eps
        below = f(x)
        gradient[index] = (below - above) / (2 * eps)
        x[index] = old
    return gradient
