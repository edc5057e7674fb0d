"""You do not flatten: images pass through the layers row by row."""


def mlp(X, params):
    W1, b1, W2, b2 = params
    return torch.relu(X @ W1 + b1) @ W2 + b2
