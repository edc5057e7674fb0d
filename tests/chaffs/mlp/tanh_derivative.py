"""You return 1 − tanh², the derivative: the notes write it with tanh on the left."""


def tanh(X):
    exps = torch.exp(-2 * X.clamp(-20, 20))
    return 1 - ((1 - exps) / (1 + exps)) ** 2
