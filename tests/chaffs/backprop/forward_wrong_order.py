"""You return the output first; z comes first, then h, then o."""


def forward(x, W1, W2):
    z = W1 @ x
    h = z.relu()
    return W2 @ h, h, z
