"""You flatten with view, which fails on strided input."""


def tanh(X):
    exps = torch.exp(-2 * X.view(-1).clamp(-20, 20))
    return ((1 - exps) / (1 + exps)).view(X.shape)
