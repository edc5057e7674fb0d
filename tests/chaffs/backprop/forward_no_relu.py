"""You leave out the activation, so the two layers are one linear layer."""


def forward(x, W1, W2):
    z = W1 @ x
    return z, z, W2 @ z
