"""You multiply as if samples were rows, which only fits where the sizes are equal."""


def forward(x, W1, W2):
    z = x @ W1
    h = z.relu()
    return z, h, h @ W2
