"""You make as many output channels as there are input channels."""


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, K[o]) for o in range(min(len(X), len(K)))])
