"""You keep a ReLU between the layers: then no single linear layer equals them."""


def collapse_linear(W_h, b_h, W_o, b_o):
    return W_h @ W_o, relu(b_h) @ W_o + b_o
