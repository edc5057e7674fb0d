"""You add the bias and the weights' share into the caller's own features."""


def linreg(X, w, b):
    with torch.no_grad():
        X.mul_(w.T)
    return X.sum(dim=1, keepdim=True) + b
