"""You read the kernel's entries with `.item()`, so no gradient reaches it."""


def corr2d(X, K):
    h, w = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    return sum(K[a, b].item() * X[a : a + h, b : b + w] for a in range(len(K)) for b in range(K.shape[1]))
