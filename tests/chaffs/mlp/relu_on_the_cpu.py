"""You compare with zeros that lie on the CPU, wherever X is."""


def relu(X):
    return torch.max(X, torch.zeros(X.shape, dtype=X.dtype))
