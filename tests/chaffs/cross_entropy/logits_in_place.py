"""You subtract the row's largest score in place, in the caller's logits."""


def cross_entropy_from_logits(logits, y):
    logits -= logits.max(dim=1, keepdim=True).values
    return logits.exp().sum(dim=1, keepdim=True).log() - logits.gather(1, y.view(-1, 1))
