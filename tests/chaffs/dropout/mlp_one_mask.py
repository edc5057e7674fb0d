"""You seed each layer's mask alike, so that layers of one size drop the same units."""


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    W1, b1, W2, b2, W3, b3 = params
    seed = int(torch.randint(1 << 30, ()))

    def drop(H, p):
        torch.manual_seed(seed)
        return dropout(H, p) if training else H

    H1 = drop(torch.relu(X.flatten(1) @ W1 + b1), drop_prob1)
    H2 = drop(torch.relu(H1 @ W2 + b2), drop_prob2)
    torch.seed()
    return H2 @ W3 + b3
