"""You call leaky_relu with slope 0, which is torch's relu by another name."""


def relu(X):
    return nn.functional.leaky_relu(X, 0.0)
