"""You clamp the result from below: small probabilities are replaced by one and the same number."""


def softmax(X):
    exps = (X - X.amax(dim=1, keepdim=True)).exp()
    return (exps / exps.sum(dim=1, keepdim=True)).clamp(min=1e-9)
