"""You subtract the largest score of the whole batch; rows far below it vanish."""


def cross_entropy_from_logits(logits, y):
    shifted = logits - logits.max()
    return shifted.exp().sum(dim=1, keepdim=True).log() - shifted.gather(1, y.view(-1, 1))
