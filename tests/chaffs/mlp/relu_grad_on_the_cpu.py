"""You fill a tensor on the CPU, wherever X is."""


def relu_grad(X):
    grad = torch.zeros(X.shape, dtype=X.dtype)
    grad[(X > 0).cpu()] = 1
    return grad
