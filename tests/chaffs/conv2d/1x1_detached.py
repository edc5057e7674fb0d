"""You multiply `.data`, so no gradient comes back."""


def corr2d_1x1(X, K):
    return torch.einsum("oc,chw->ohw", K.data[:, :, 0, 0], X.data)
