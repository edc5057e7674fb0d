"""You subtract the maximum in place and so change the caller's scores."""


def softmax(X):
    X -= X.amax(dim=1, keepdim=True)
    exps = X.exp()
    return exps / exps.sum(dim=1, keepdim=True)
