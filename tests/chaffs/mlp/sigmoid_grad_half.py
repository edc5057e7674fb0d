"""You forget a factor: 1 − s is only half of s(1 − s)."""


def sigmoid_grad(X):
    return 1 - sigmoid(X)
