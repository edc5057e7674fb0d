"""You forget the division by n, so the gradient is that of the sum and n times too large."""


def cross_entropy_gradient(logits, y):
    return logits.softmax(dim=1) - one_hot(y, logits.shape[1])
