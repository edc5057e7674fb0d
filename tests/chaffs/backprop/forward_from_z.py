"""You feed the output layer with z instead of with h."""


def forward(x, W1, W2):
    z = W1 @ x
    return z, z.relu(), W2 @ z
