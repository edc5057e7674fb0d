"""You cast to float32: double precision is lost, even where you cast back."""


def softmax(X):
    exps = (X - X.amax(dim=1, keepdim=True)).float().exp()
    return (exps / exps.sum(dim=1, keepdim=True)).to(X.dtype)
