"""You give the output as many columns as rows, as if every image were square."""


def corr2d(X, K):
    h, w = K.shape
    size = X.shape[0] - h + 1
    Y = X.new_zeros(size, size)
    for i in range(size):
        for j in range(size):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
