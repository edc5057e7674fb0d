"""You detach the input, so no gradient flows through your relu."""


def relu(X):
    return X.detach().clamp(min=0)
