"""You call torch's conv2d, which you were to replace by a matrix product."""


def corr2d_1x1(X, K):
    return nn.functional.conv2d(X, K)
