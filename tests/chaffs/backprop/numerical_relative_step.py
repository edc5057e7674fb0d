"""You make the step relative to the entry; eps is the step."""


def numerical_gradient(f, x, eps=1e-5):
    gradient = torch.zeros_like(x)
    for index in torch.ones(x.shape).nonzero().tolist():
        index = tuple(index)
        old = x[index].item()
        x[index] = old + eps * abs(old)
        above = f(x)
        x[index] = old - eps * abs(old)
        below = f(x)
        gradient[index] = (above - below) / (2 * eps * abs(old))
        x[index] = old
    return gradient
