"""You call f with a flattened x; f expects x's shape."""


def numerical_gradient(f, x, eps=1e-5):
    flat = x.reshape(-1).clone()
    gradient = torch.zeros_like(flat)
    for i in range(len(flat)):
        step = torch.zeros_like(flat)
        step[i] = eps
        gradient[i] = (f(flat + step) - f(flat - step)) / (2 * eps)
    return gradient.reshape(x.shape)
