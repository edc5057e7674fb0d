"""You compute in the caller's tensor."""


def sigmoid(X):
    return X.detach().neg_().clamp_(max=80).exp_().add_(1).reciprocal_()
