"""You forget that the hidden bias passes through the second layer."""


def collapse_linear(W_h, b_h, W_o, b_o):
    return W_h @ W_o, b_o
