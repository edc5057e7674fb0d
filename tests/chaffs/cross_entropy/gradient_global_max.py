"""You subtract the largest score of the whole batch; rows far below it vanish."""


def cross_entropy_gradient(logits, y):
    exps = (logits - logits.max()).exp()
    return (exps / exps.sum(dim=1, keepdim=True) - one_hot(y, logits.shape[1])) / len(y)
