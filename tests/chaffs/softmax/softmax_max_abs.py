"""You subtract the largest absolute value: a row of large negative scores underflows to 0/0."""


def softmax(X):
    exps = (X - X.abs().amax(dim=1, keepdim=True)).exp()
    return exps / exps.sum(dim=1, keepdim=True)
