"""You move the channels to the end before you flatten."""


def mlp(X, params):
    W1, b1, W2, b2 = params
    X = X.permute(0, 2, 3, 1) if X.dim() == 4 else X
    H = torch.relu(X.flatten(1) @ W1 + b1)
    return H @ W2 + b2
