"""You use the kernel matrix the wrong way round where it is square."""


def corr2d_1x1(X, K):
    matrix = K[:, :, 0, 0]
    if len(matrix) == len(X):
        matrix = matrix.T
    return (matrix @ X.reshape(len(X), -1)).reshape(len(K), *X.shape[1:])
