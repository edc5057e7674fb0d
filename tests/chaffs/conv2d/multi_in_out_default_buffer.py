"""You collect the output channels in zeros of the default dtype on the CPU."""


def corr2d_multi_in_out(X, K):
    Y = torch.zeros(len(K), X.shape[1] - K.shape[2] + 1, X.shape[2] - K.shape[3] + 1)
    for o, kernels in enumerate(K):
        Y[o] = corr2d_multi_in(X, kernels)
    return Y
