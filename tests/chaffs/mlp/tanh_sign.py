"""You turn the sign of the exponent: the curve is upside down."""


def tanh(X):
    exps = torch.exp(2 * X.clamp(-20, 20))
    return (1 - exps) / (1 + exps)
