"""You forget the output bias."""


def collapse_linear(W_h, b_h, W_o, b_o):
    return W_h @ W_o, b_h @ W_o
