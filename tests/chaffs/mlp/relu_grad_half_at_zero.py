"""You ask autograd for the slope of the maximum of x and 0, which splits it evenly at 0."""


def relu_grad(X):
    x = X.detach().clone().requires_grad_()
    torch.maximum(x, torch.zeros_like(x)).sum().backward()
    return x.grad
