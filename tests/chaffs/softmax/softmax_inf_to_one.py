"""You repair overflow afterwards: the values look right, but the gradients at large scores are NaN."""


def softmax(X):
    exps = X.exp()
    p = exps / exps.sum(dim=1, keepdim=True)
    shifted = (X - X.amax(dim=1, keepdim=True)).detach().exp()
    return torch.where(p.isnan(), shifted / shifted.sum(dim=1, keepdim=True), p)
