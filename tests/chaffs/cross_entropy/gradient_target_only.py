"""You keep only the label's entry, but every class's score moves the loss."""


def cross_entropy_gradient(logits, y):
    labels = one_hot(y, logits.shape[1])
    return (logits.softmax(dim=1) - labels) * labels / len(y)
