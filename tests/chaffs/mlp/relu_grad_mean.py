"""You differentiate the mean of all entries: the slope is divided by their number."""


def relu_grad(X):
    x = X.detach().clone().requires_grad_()
    torch.relu(x).mean().backward()
    return x.grad
