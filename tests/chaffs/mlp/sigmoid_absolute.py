"""You go through |x|, whose slope at 0 autograd takes as 0: the gradient at 0 is lost."""


def sigmoid(X):
    z = torch.exp(-X.abs())
    return torch.where(X >= 0, 1.0, z) / (1 + z)
