"""You detach the input, so no gradient flows through your tanh."""


def tanh(X):
    exps = torch.exp(-2 * X.detach().clamp(-20, 20))
    return (1 - exps) / (1 + exps)
