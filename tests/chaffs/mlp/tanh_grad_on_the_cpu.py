"""You subtract from ones that lie on the CPU, wherever X is."""


def tanh_grad(X):
    return torch.ones(X.shape, dtype=X.dtype) - tanh(X) ** 2
