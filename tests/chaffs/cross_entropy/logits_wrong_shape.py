"""You return a flat row of losses instead of one row a sample."""


def cross_entropy_from_logits(logits, y):
    return -logits.log_softmax(dim=1)[torch.arange(len(y)), y]
