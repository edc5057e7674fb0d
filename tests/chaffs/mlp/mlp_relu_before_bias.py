"""You apply ReLU before the bias is added."""


def mlp(X, params):
    W1, b1, W2, b2 = params
    H = torch.relu(X.flatten(1) @ W1) + b1
    return H @ W2 + b2
