"""You put a tanh into the formula in which exp overflows."""


def tanh_grad(X):
    exps = torch.exp(-2 * X)
    return 1 - ((1 - exps) / (1 + exps)) ** 2
