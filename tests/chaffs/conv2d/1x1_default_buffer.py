"""You write the channels into zeros of the default dtype on the CPU."""


def corr2d_1x1(X, K):
    Y = torch.zeros(len(K), *X.shape[1:])
    for o, kernel in enumerate(K):
        Y[o] = (kernel * X).sum(0)
    return Y
