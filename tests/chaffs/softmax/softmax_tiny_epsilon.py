"""You guard the denominator with a tiny constant, which dwarfs the sum of a row of low scores."""


def softmax(X):
    exps = X.exp()
    return exps / (exps.sum(dim=1, keepdim=True) + 1e-12)
