"""You divide by the sum over all entries: that is a softmax."""


def sigmoid(X):
    exps = torch.exp(X - X.max())
    return exps / exps.sum()
