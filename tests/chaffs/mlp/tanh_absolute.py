"""You go through |x| and sign(x), whose slopes at 0 autograd takes as 0: the gradient at 0 is lost."""


def tanh(X):
    z = torch.exp(-2 * X.abs())
    return torch.sign(X) * (1 - z) / (1 + z)
