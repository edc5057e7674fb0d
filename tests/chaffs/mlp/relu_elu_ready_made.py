"""You call elu with alpha 0, which is torch's relu by another name."""


def relu(X):
    return nn.functional.elu(X, alpha=0.0)
