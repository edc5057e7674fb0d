"""You replace the NaNs of an overflow by zeros instead of preventing the overflow."""


def softmax(X):
    exps = X.exp()
    return torch.nan_to_num(exps / exps.sum(dim=1, keepdim=True))
