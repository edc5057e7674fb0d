"""You add into the caller's output bias."""


def collapse_linear(W_h, b_h, W_o, b_o):
    with torch.no_grad():
        b_o += b_h @ W_o
    return W_h @ W_o, b_o.clone()
