"""You collect the product in a buffer on the CPU."""


def collapse_linear(W_h, b_h, W_o, b_o):
    W = torch.zeros(W_h.shape[0], W_o.shape[1], dtype=W_h.dtype)
    for k in range(W_h.shape[1]):
        W = W + torch.outer(W_h[:, k], W_o[k]).cpu()
    return W, b_h @ W_o + b_o
