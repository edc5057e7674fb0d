"""You call torch's conv2d with its padding and stride."""


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    return nn.functional.conv2d(X[None, None], K[None, None], padding=padding, stride=stride)[0, 0]
