"""You collect the hidden units in a buffer on the CPU."""


def mlp(X, params):
    W1, b1, W2, b2 = params
    H = torch.zeros(X.shape[0], W1.shape[1], dtype=X.dtype)
    H[:] = torch.relu(X.flatten(1) @ W1 + b1)
    return H.to(W2.device).cpu() @ W2.cpu() + b2.cpu()
