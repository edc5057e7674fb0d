"""You treat the scores as probabilities and forget the softmax."""


def cross_entropy_from_logits(logits, y):
    return -logits.abs().gather(1, y.view(-1, 1)).log()
