"""You let torch.func.vjp go back through the layer for you."""


def linear_backward(dout, X, W):
    b = torch.zeros_like(W[0])
    return torch.func.vjp(lambda X, W, b: X @ W + b, X, W, b)[1](dout)
