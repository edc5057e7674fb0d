"""You subtract in the wrong order, so the gradient points downhill."""


def cross_entropy_gradient(logits, y):
    return (one_hot(y, logits.shape[1]) - logits.softmax(dim=1)) / len(y)
