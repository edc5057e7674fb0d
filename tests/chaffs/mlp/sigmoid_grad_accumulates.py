"""You call backward on the caller's tensor: the gradients of two calls add up."""


def sigmoid_grad(X):
    X.requires_grad_()
    torch.sigmoid(X).sum().backward()
    return X.grad
