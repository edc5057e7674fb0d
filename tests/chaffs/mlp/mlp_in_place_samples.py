"""You apply ReLU in place to the samples."""


def mlp(X, params):
    W1, b1, W2, b2 = params
    X.data.mul_(X.data > -0.5)
    return torch.relu(X.flatten(1) @ W1 + b1) @ W2 + b2
