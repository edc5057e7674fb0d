"""You call backward on the caller's tensor: the gradients of two calls add up."""


def relu_grad(X):
    X.requires_grad_()
    torch.relu(X).sum().backward()
    return X.grad
