"""You loop over the kernel's size instead of the output's, so most of the output is never written."""


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1, dtype=X.dtype, device=X.device)
    for i in range(min(h, len(Y))):
        for j in range(min(w, Y.shape[1])):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
