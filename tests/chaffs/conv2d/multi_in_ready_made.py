"""You call torch's conv2d on all channels at once."""


def corr2d_multi_in(X, K):
    return nn.functional.conv2d(X[None], K[None])[0, 0]
