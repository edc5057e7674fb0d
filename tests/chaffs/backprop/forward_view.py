"""You flatten with view, which fails on weights or inputs in strided memory."""


def forward(x, W1, W2):
    (h, d), n = W1.shape, x.shape[1]
    z = (W1.view(-1).view(h, d, 1) * x.view(-1).view(1, d, n)).sum(1)
    return z, z.relu(), W2 @ z.relu()
