"""You flatten with view, which fails on strided input."""


def sigmoid_grad(X):
    out = torch.sigmoid(X.view(-1))
    return (out * (1 - out)).view(X.shape)
