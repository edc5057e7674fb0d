"""You return the sign: relu is flat, not falling, below 0."""


def relu_grad(X):
    return torch.sign(X)
