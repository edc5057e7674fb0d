"""You clamp the scores before exp: different large scores become equal."""


def softmax(X):
    exps = X.clamp(-80, 80).exp()
    return exps / exps.sum(dim=1, keepdim=True)
