"""You put the dimension back at the wrong place when dim is negative and not the last."""


def sum_keepdim(X, dim):
    return X.sum(dim=dim).unsqueeze(max(dim, -1))
