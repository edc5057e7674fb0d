"""You give the gradient in the probabilities and forget the softmax between them and the logits."""


def cross_entropy_gradient(logits, y):
    return -one_hot(y, logits.shape[1]) / logits.softmax(dim=1) / len(y)
