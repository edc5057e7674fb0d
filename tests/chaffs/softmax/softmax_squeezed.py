"""You squeeze the result, so that a single row or a single class loses its dimension."""


def softmax(X):
    exps = (X - X.amax(dim=1, keepdim=True)).exp()
    return (exps / exps.sum(dim=1, keepdim=True)).squeeze()
