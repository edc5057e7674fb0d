"""You divide by the number of entries n·q instead of the number of samples."""


def cross_entropy_gradient(logits, y):
    return (logits.softmax(dim=1) - one_hot(y, logits.shape[1])) / logits.numel()
