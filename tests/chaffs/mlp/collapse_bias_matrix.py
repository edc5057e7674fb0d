"""You return the bias as a matrix of one row."""


def collapse_linear(W_h, b_h, W_o, b_o):
    return W_h @ W_o, b_h.unsqueeze(0) @ W_o + b_o
