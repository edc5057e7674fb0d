"""You call torch's conv2d on all channels at once."""


def corr2d_multi_in_out(X, K):
    return torch.conv2d(X.unsqueeze(0), K).squeeze(0)
