"""You count on a matrix: two nested loops over rows and columns."""


def numerical_gradient(f, x, eps=1e-5):
    gradient = torch.zeros_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            step = torch.zeros_like(x)
            step[i, j] = eps
            gradient[i, j] = (f(x + step) - f(x - step)) / (2 * eps)
    return gradient
