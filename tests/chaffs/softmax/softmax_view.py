"""You use view where the scores need not be contiguous."""


def softmax(X):
    exps = (X.view(-1, X.shape[1]) - X.view(X.numel()).max()).exp()
    return exps / exps.sum(dim=1, keepdim=True)
