"""You step with all entries at once, which measures the sum of all slopes."""


def numerical_gradient(f, x, eps=1e-5):
    return torch.zeros_like(x) + (f(x + eps) - f(x - eps)) / (2 * eps)
