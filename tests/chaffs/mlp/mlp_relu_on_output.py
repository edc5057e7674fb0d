"""You apply ReLU to the output too: no logit is negative."""


def mlp(X, params):
    W1, b1, W2, b2 = params
    H = torch.relu(X.flatten(1) @ W1 + b1)
    return torch.relu(H @ W2 + b2)
