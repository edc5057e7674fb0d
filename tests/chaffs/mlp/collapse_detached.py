"""You switch autograd off, so no gradient reaches the four arguments."""


def collapse_linear(W_h, b_h, W_o, b_o):
    with torch.no_grad():
        return W_h @ W_o, b_h @ W_o + b_o
