"""You flatten the kernels with `view`, which fails where they are not contiguous."""


def corr2d_multi_in_out(X, K):
    windows = X.unfold(1, K.shape[2], 1).unfold(2, K.shape[3], 1)
    return torch.einsum("chwk,ock->ohw", windows.flatten(3), K.view(*K.shape[:2], -1))
