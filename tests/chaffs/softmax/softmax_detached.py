"""You detach the scores, so that no gradient reaches them."""


def softmax(X):
    exps = (X.detach() - X.detach().amax(dim=1, keepdim=True)).exp()
    return exps / exps.sum(dim=1, keepdim=True)
