"""You drop outside training, too."""


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    W1, b1, W2, b2, W3, b3 = params
    H1 = dropout(torch.relu(X.flatten(1) @ W1 + b1), drop_prob1)
    H2 = dropout(torch.relu(H1 @ W2 + b2), drop_prob2)
    return H2 @ W3 + b3
