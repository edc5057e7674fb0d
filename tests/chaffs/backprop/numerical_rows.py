"""You step with whole rows of x instead of single entries."""


def numerical_gradient(f, x, eps=1e-5):
    gradient = torch.zeros_like(x)
    for i in range(len(x)):
        step = torch.zeros_like(x)
        step[i] = eps
        gradient[i] = (f(x + step) - f(x - step)) / (2 * eps)
    return gradient
