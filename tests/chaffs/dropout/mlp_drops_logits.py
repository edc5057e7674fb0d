"""You drop the logits, too."""


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    W1, b1, W2, b2, W3, b3 = params
    p1, p2 = (drop_prob1, drop_prob2) if training else (0, 0)
    H1 = dropout(torch.relu(X.flatten(1) @ W1 + b1), p1)
    H2 = dropout(torch.relu(H1 @ W2 + b2), p2)
    return dropout(H2 @ W3 + b3, p2)
