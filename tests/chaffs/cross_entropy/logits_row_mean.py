"""You subtract each row's mean, which leaves scores that still overflow."""


def cross_entropy_from_logits(logits, y):
    shifted = logits - logits.mean(dim=1, keepdim=True)
    return shifted.exp().sum(dim=1, keepdim=True).log() - shifted.gather(1, y.view(-1, 1))
