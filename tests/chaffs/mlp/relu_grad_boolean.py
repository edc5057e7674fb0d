"""You return True and False: the derivative is a number of X's dtype."""


def relu_grad(X):
    return X > 0
