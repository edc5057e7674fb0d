"""You take exp of the raw scores, which overflows as soon as one of them is large."""


def cross_entropy_from_logits(logits, y):
    exps = logits.exp()
    return -(exps / exps.sum(dim=1, keepdim=True)).gather(1, y.view(-1, 1)).log()
