"""You centre the inputs in place before the first layer."""


def forward(x, W1, W2):
    x -= x.mean()
    z = W1 @ x
    return z, z.relu(), W2 @ z.relu()
