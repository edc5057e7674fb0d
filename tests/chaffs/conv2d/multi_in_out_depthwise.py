"""You give each output channel one input channel alone where their numbers are equal."""


def corr2d_multi_in_out(X, K):
    if len(X) == len(K):
        return torch.stack([corr2d(X[o], K[o, o]) for o in range(len(K))])
    return torch.stack([corr2d_multi_in(X, k) for k in K])
