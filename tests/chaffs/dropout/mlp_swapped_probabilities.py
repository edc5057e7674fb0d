"""You drop the first layer with the second probability, and the other way round."""


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    W1, b1, W2, b2, W3, b3 = params
    p1, p2 = (drop_prob2, drop_prob1) if training else (0, 0)
    H1 = dropout(torch.relu(X.flatten(1) @ W1 + b1), p1)
    H2 = dropout(torch.relu(H1 @ W2 + b2), p2)
    return H2 @ W3 + b3
