"""You call backward on the caller's tensor: the gradients of two calls add up."""


def tanh_grad(X):
    X.requires_grad_()
    torch.tanh(X).sum().backward()
    return X.grad
