"""You return float32 whatever the dtype of X."""


def relu_grad(X):
    return (X > 0).float()
