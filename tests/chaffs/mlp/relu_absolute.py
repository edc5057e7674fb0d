"""You turn the negative entries over instead of replacing them by 0."""


def relu(X):
    return X.abs()
