"""You exchange the rows and columns of a square kernel."""


def corr2d(X, K):
    h, w = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    kernel = K.T if K.shape[0] == K.shape[1] else K
    return sum(kernel[a, b] * X[a : a + h, b : b + w] for a in range(len(K)) for b in range(K.shape[1]))
