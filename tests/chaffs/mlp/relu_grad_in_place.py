"""You write the ones into the caller's tensor."""


def relu_grad(X):
    X.data[X > 0] = 1
    X.data[X < 0] = 0
    return X.clone()
