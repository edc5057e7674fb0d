"""You create the buffer for z on the CPU, wherever x is."""


def forward(x, W1, W2):
    z = torch.empty(W1.shape[0], x.shape[1], dtype=x.dtype)
    z[:] = W1 @ x
    h = torch.maximum(z, torch.zeros_like(z))
    return z, h, W2 @ h
