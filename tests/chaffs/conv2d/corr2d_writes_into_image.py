"""You multiply the windows in place, which changes the caller's image and the windows after it."""


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X.data[i : i + h, j : j + w]
            window *= K.data
            Y[i, j] = window.sum()
    return Y
