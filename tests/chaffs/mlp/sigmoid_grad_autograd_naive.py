"""You differentiate a sigmoid in which exp overflows: the slope is NaN there."""


def sigmoid_grad(X):
    x = X.detach().clone().requires_grad_()
    (1 / (1 + torch.exp(-x))).sum().backward()
    return x.grad
