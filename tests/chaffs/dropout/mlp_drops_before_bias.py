"""You drop before the bias is added, so that dropped units are not zero."""


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    W1, b1, W2, b2, W3, b3 = params
    p1, p2 = (drop_prob1, drop_prob2) if training else (0, 0)
    H1 = torch.relu(dropout(X.flatten(1) @ W1, p1) + b1)
    H2 = torch.relu(dropout(H1 @ W2, p2) + b2)
    return H2 @ W3 + b3
