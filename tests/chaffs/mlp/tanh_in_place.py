"""You compute in the caller's tensor."""


def tanh(X):
    exps = X.detach().clamp_(-20, 20).mul_(-2).exp_()
    return (1 - exps) / (1 + exps)
