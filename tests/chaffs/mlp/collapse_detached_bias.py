"""You take the bias through .data: its gradient is lost."""


def collapse_linear(W_h, b_h, W_o, b_o):
    return W_h @ W_o, b_h.data @ W_o.data + b_o
