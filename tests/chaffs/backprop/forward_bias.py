"""You add a bias of ones, but this network has none."""


def forward(x, W1, W2):
    z = W1 @ x + 1
    h = z.relu()
    return z, h, W2 @ h
