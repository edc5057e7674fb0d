"""You take exp of the raw scores, which overflows as soon as one of them is large."""


def cross_entropy_gradient(logits, y):
    exps = logits.exp()
    return (exps / exps.sum(dim=1, keepdim=True) - one_hot(y, logits.shape[1])) / len(y)
