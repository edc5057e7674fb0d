"""You let torch convolve the rows one by one, which is its convolution all the same."""


def corr2d(X, K):
    rows = X.shape[0] - K.shape[0] + 1
    return sum(torch.conv1d(X[a : a + rows, None], K[a][None, None])[:, 0] for a in range(len(K)))
