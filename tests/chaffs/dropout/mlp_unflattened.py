"""You multiply images by W1 without making rows of them."""


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    W1, b1, W2, b2, W3, b3 = params
    p1, p2 = (drop_prob1, drop_prob2) if training else (0, 0)
    H1 = dropout(torch.relu(X @ W1 + b1), p1)
    H2 = dropout(torch.relu(H1 @ W2 + b2), p2)
    return H2 @ W3 + b3
