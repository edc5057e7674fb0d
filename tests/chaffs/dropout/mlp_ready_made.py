"""You let torch drop the hidden units instead of dropping them yourself."""

import torch.nn.functional as F


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    W1, b1, W2, b2, W3, b3 = params
    H1 = F.dropout(torch.relu(X.flatten(1) @ W1 + b1), drop_prob1, training)
    H2 = F.dropout(torch.relu(H1 @ W2 + b2), drop_prob2, training)
    return H2 @ W3 + b3
