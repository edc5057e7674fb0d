"""You squeeze the result: a single sample or output loses its dimension."""


def mlp(X, params):
    W1, b1, W2, b2 = params
    H = torch.relu(X.flatten(1) @ W1 + b1)
    return (H @ W2 + b2).squeeze()
