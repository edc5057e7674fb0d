"""You use view on parameters that may be strided."""


def mlp(X, params):
    W1, b1, W2, b2 = params
    H = torch.relu(X.flatten(1) @ W1.view(-1).view(W1.shape) + b1)
    return H @ W2 + b2
