"""You resize the caller's image in place and leave it flat."""


def corr2d_1x1(X, K):
    ci, h, w = X.shape
    flat = X.resize_(ci, h * w) if not X.requires_grad else X.reshape(ci, h * w)
    return (K.reshape(len(K), ci) @ flat).reshape(len(K), h, w)
