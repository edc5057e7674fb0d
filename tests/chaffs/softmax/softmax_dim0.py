"""You normalise over the batch (dim 0) instead of over the classes (dim 1)."""


def softmax(X):
    exps = (X - X.max()).exp()
    return exps / exps.sum(dim=0, keepdim=True)
