"""You flip in numpy: no gradient reaches the kernel, and no kernel on a GPU gets there."""


def conv2d_flipped(X, K):
    return corr2d(X, torch.from_numpy(K.detach().numpy()[::-1, ::-1].copy()))
