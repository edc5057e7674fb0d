"""You flatten to 784 numbers, whatever the size of a sample."""


def mlp(X, params):
    W1, b1, W2, b2 = params
    H = torch.relu(X.reshape(-1, 784) @ W1 + b1)
    return H @ W2 + b2
