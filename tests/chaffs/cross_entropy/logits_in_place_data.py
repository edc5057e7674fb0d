"""You shift the scores through `.data`, which still writes into the logits of the caller."""


def cross_entropy_from_logits(logits, y):
    logits.data.sub_(logits.data.amax(dim=1, keepdim=True))
    return logits.logsumexp(dim=1, keepdim=True) - logits.gather(1, y.view(-1, 1))
