"""You add to the caller's bias in place."""


def mlp(X, params):
    W1, b1, W2, b2 = params
    H = torch.relu(X.flatten(1) @ W1 + b1)
    out = H @ W2 + b2
    b1.data.add_(0.01)
    return out
