"""You differentiate the mean of all entries: the slope is divided by their number."""


def sigmoid_grad(X):
    x = X.detach().clone().requires_grad_()
    torch.sigmoid(x).mean().backward()
    return x.grad
