"""You clamp the scores to a range in which exp is safe; two scores outside it become equal."""


def cross_entropy_from_logits(logits, y):
    logits = logits.clamp(-80, 80)
    return logits.logsumexp(dim=1, keepdim=True) - logits.gather(1, y.view(-1, 1))
