"""You put x back at the end only, so later entries are measured beside it."""


def numerical_gradient(f, x, eps=1e-5):
    before = x.clone()
    gradient = torch.zeros_like(x)
    for index in torch.ones(x.shape).nonzero().tolist():
        index = tuple(index)
        old = x[index].item()
        x[index] = old + eps
        above = f(x)
        x[index] = old - eps
        below = f(x)
        gradient[index] = (above - below) / (2 * eps)
    x.copy_(before)
    return gradient
